package org.keyway.identifier.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoundedExpressionTest {
    private static final String[] PIECES = {
        "(", ")", "(?:", "(?=", "(?<!", "|", "*", "+", "?", "*+", "+?", "{2}", "{1,9}", "a", "b", "[ab]", ".", "\\w",
        "\\1", "^", "$", "\\b", "()", "(a|a)*", "(a*)*", "(?<g>"
    };

    /** Whatever the expression, a match looks at characters at most so often, and ends in an answer or by giving up. */
    @Test
    void randomExpressionsStayWithinTheBudget() {
        Random random = new Random(20261125);
        int compiled = 0;
        int stopped = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder expression = new StringBuilder();
            for (int pieces = random.nextInt(9) + 1; pieces > 0; pieces--) {
                expression.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = "ab".repeat(random.nextInt(6)) + "a".repeat(random.nextInt(501));
            try {
                BoundedExpression bounded = new BoundedExpression(expression.toString());
                compiled++;
                int looks = bounded.looks(text);
                stopped += looks > BoundedExpression.MOST_LOOKS ? 1 : 0;
                assertThat(looks).as("%s", expression).isLessThanOrEqualTo(BoundedExpression.MOST_LOOKS + 1);
            } catch (PatternSyntaxException notAnExpression) {
                assertThat(notAnExpression.getDescription()).isNotBlank();
            }
        }
        assertThat(compiled).isGreaterThan(3_000);
        assertThat(stopped).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(){99999999}",
                "((){999}){999}",
                "(?x)((()\n{99}){99}){99}",
                "(()#\n{99}){99}",
                "([)](){99}){99}",
                "(\\)(){99}){99}",
                "(^{999}){999}"
            })
    void repetitionThatLooksAtNothingIsNotCompiled(String expression) {
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> new BoundedExpression(expression))
                .withMessageContaining("repeats more than");
    }

    @Test
    void deepNestingIsAnErrorOfTheExpression() {
        String deep = "(".repeat(100) + "a" + ")".repeat(100);
        assertThat(new BoundedExpression(deep).match("a")).isPresent();
        assertThatExceptionOfType(PatternSyntaxException.class)
                .isThrownBy(() -> new BoundedExpression("(".repeat(3_000)));
    }
}
