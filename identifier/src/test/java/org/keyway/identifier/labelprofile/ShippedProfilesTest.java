package org.keyway.identifier.labelprofile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.labelprofile.ShippedProfiles.ProfileTest;

final class ShippedProfilesTest {
    static final List<String> NAMES = ShippedProfiles.NAMES;

    private static Labels with(String... names) {
        // No attributes of a site's own, so that those of the profile are seen.
        return Labels.of(IdentifierConfiguration.standard()
                .withAttributes(Map.of())
                .withProfiles(Arrays.stream(names).map(LabelProfile::shipped).toList()));
    }

    private static Reading read(Labels labels, String label) {
        Identification identification = labels.parse(label);
        return identification instanceof Identified identified
                ? identified.reading()
                : ((Rejected) identification).reading();
    }

    private static Map<String, String> said(Reading reading) {
        Map<String, String> said = new HashMap<>(reading.attributes());
        reading.product().ifPresent(product -> said.put("product", product));
        reading.serial().ifPresent(serial -> said.put("serial", serial));
        reading.lot().ifPresent(lot -> said.put("lot", lot));
        if (!reading.issues().isEmpty()) {
            said.put("issues", String.join(" ", Labels.codes(reading)));
        }
        return said;
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyProfileReadsItsTestLabelsAloneAndBesideAllOthers(String name) {
        List<ProfileTest> tests = ShippedProfiles.load(name).tests();

        assertThat(tests).hasSizeGreaterThan(1);
        for (Labels labels : List.of(with(name), with(NAMES.toArray(String[]::new)))) {
            for (ProfileTest test : tests) {
                Reading reading = read(labels, test.label());
                Map<String, String> said = said(reading);
                assertThat(said).as(test.label()).containsAllEntriesOf(test.expected());
                assertThat(said.keySet().stream().filter(List.of("product", "serial", "lot", "issues")::contains))
                        .as(test.label())
                        .allMatch(key -> test.expected().containsKey(key)
                                || reading.product().isEmpty());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void aRequiredElementThatIsMissingRefusesTheLabel(String name) {
        Labels labels = with(name);

        Stream<ProfileTest> lacking = ShippedProfiles.load(name).tests().stream()
                .filter(test -> test.expected().getOrDefault("issues", "").contains("KW-ID-072"));
        assertThat(lacking)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(labels.rejected(test.label()).issues())
                        .anySatisfy(issue -> assertThat(issue.message().en()).contains(name)));
    }

    @Test
    void withoutTheProfileALabelMeansWhatTheStandardSays() {
        String label = "[)>\u001e06\u001dVAB12\u001dP2110025000\u001dSKX42\u001dT261116\u001e\u0004";

        assertThat(read(with(), label).serial()).contains("KX42");
        assertThat(read(with("hyundai-kia"), label).serial()).isEmpty();
        assertThat(read(with("hyundai-kia"), label).conformant()).isTrue();
    }

    @Test
    void aProfileAddsMeaningAlsoWhereSeparatorsArePrintedAsAt() {
        String label = "[)>@06@12S0002@P0281002937@3S12345@1TL1@@";

        assertThat(read(with(), label).attributes()).doesNotContainKey("package");
        assertThat(read(with("bosch-uaes"), label).attributes()).containsEntry("package", "12345");
        assertThat(Labels.codes(read(with("bosch-uaes"), label))).containsExactly("KW-ID-058");
    }

    @Test
    void theSitesOwnAttributesCountBeforeTheProfiles() {
        Labels labels = Labels.of(IdentifierConfiguration.standard()
                .withAttributes(Map.of("92", "boreClass"))
                .withProfiles(List.of(LabelProfile.shipped("gbt-32007"))));

        assertThat(labels.identified("(01)06901234000016(10)L1(92)B").attributes())
                .containsEntry("boreClass", "B");
    }

    @Test
    void anUnknownProfileIsRefusedAndTheKnownOnesNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelProfile.shipped("../messages_en"))
                .withMessageContainingAll("../messages_en", "gbt-32007", "bosch-uaes");
        assertThatIllegalArgumentException().isThrownBy(() -> with("aiag", "aiag"));
    }
}
