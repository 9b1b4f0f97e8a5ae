package org.keyway.identifier.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.Issue;

final class AssociationsTest {
    private final ApplicationIdentifiers identifiers = new ApplicationIdentifiers();

    private List<Issue> check(String ids) {
        return Associations.check(Arrays.stream(ids.split(" ", -1))
                .map(id -> identifiers.find(id).orElseThrow())
                .map(identifier -> new CheckedElement(identifier, SampleValues.shortest(identifier)))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "01 10 21 250",
        "03 21",
        "02 37 00",
        "01 3103 3922",
        "8006 21",
        "8010 8011 8030",
        "8017 8019",
        "414 254",
        "415 8020",
        "01 7004 10",
        "8018 7259 7258",
        "01 21 8040 8041",
    })
    void elementsWithTheirPartnersAreInOrder(String ids) {
        assertThat(check(ids)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10", "01 250", "3103", "01 3922", "254", "7258 8018", "7004 01", "8040 01", "422 17 37"})
    void anElementWithoutItsPartnerIsWarnedAbout(String ids) {
        assertThat(check(ids)).isNotEmpty().allSatisfy(issue -> {
            assertThat(issue.code()).isEqualTo("KW-ID-028");
            assertThat(issue.severity()).isEqualTo(Issue.Severity.WARNING);
        });
    }

    @ParameterizedTest
    @CsvSource({"01 21 235", "01 37 00", "01 02 37", "01 3100 3105", "00 4330 4331", "8017 8018", "01 3103 3922 3932"})
    void elementsThatExcludeEachOtherAreAnError(String ids) {
        assertThat(check(ids)).extracting(Issue::code).contains("KW-ID-029");
    }

    @Test
    void aSignatureBesideAKeyThatNamesNoSingleItemIsWarnedAbout() {
        assertThat(check("253 8030")).extracting(Issue::code).containsExactly("KW-ID-028");
    }
}
