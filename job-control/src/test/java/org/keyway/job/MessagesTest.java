package org.keyway.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    private final ResourceBundle english = bundle(Locale.ENGLISH);
    private final ResourceBundle chinese = bundle(Locale.CHINESE);

    @ParameterizedTest
    @EnumSource
    void everyCodeHasASentenceInBothLanguagesWithTheSameFacts(JobCode code) {
        assertThat(english.getString(code.code())).isNotBlank();
        assertThat(chinese.getString(code.code())).containsPattern("\\p{IsHan}");
        assertThat(placeholders(chinese, code)).isEqualTo(placeholders(english, code));
    }

    @Test
    void noSentenceIsWithoutACode() {
        Set<String> codes = Arrays.stream(JobCode.values()).map(JobCode::code).collect(Collectors.toSet());
        assertThat(english.keySet()).isEqualTo(codes);
        assertThat(chinese.keySet()).isEqualTo(codes);
    }

    @Test
    void noTwoProblemsShareACode() {
        assertThat(Arrays.stream(JobCode.values()).map(JobCode::code)).doesNotHaveDuplicates();
    }

    private static Set<String> placeholders(ResourceBundle bundle, JobCode code) {
        return PLACEHOLDER
                .matcher(bundle.getString(code.code()))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                ProblemCatalogue.BUNDLE,
                locale,
                MessagesTest.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
