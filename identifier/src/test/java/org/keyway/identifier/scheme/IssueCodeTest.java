package org.keyway.identifier.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.identifier.Issue;

final class IssueCodeTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @EnumSource(IssueCode.class)
    void everyCodeHasASentenceInBothLanguages(IssueCode code) {
        Issue issue = code.issue("01", Map.of());

        assertThat(issue.message().en()).isNotBlank().doesNotContainPattern(HAN);
        assertThat(issue.message().zh()).containsPattern(HAN);
        assertThat(issue.code()).matches("KW-ID-[0-9]{3}");
    }

    @Test
    void codesAreUniqueAndBundlesHaveNoOthers() {
        var codes = Arrays.stream(IssueCode.values()).map(IssueCode::code).toList();

        assertThat(codes).doesNotHaveDuplicates();
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
            assertThat(ResourceBundle.getBundle(IssueCode.BUNDLE, locale).keySet())
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }
}
