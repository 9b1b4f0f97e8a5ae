package org.keyway.profile.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.profile.ValueType;
import org.keyway.profile.matching.Formula.FormulaException;
import org.keyway.profile.matching.Formula.Kind;

final class FormulaTest {
    private static final Map<String, Kind> NAMES =
            Map.of("speed", Kind.NUMBER, "passes", Kind.NUMBER, "coated", Kind.TRUTH, "grade", Kind.TEXT);
    private static final Map<String, Object> VALUES =
            Map.of("speed", 6000.0, "passes", 3.0, "coated", true, "grade", "B7");

    private static Object number(String expression) throws FormulaException {
        return Formula.compile(expression, NAMES, Kind.NUMBER).evaluate(VALUES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "passes + 1 | 4",
                "speed * 2 | 12000",
                "speed*2-1 | 11999",
                "7 / 2 | 3.5",
                "-2 * speed | -12000",
                "coated ? 1 : passes | 1",
                "passes > 2 ? 10 : 20 | 10",
                "speed * 1.5e-1 | 900",
                "grade == 'B7' ? 7 : 8 | 7",
                "grade == \"7\" ? 7 : 8 | 8",
                "size(grade) > 1 ? passes : speed | 3",
                "double(size(grade)) + passes | 5",
                "[speed, passes][1] | 3",
            })
    void numbersInFormulasAreDecimalsHoweverTheyAreWritten(String expression, double result) throws Exception {
        assertThat(number(expression)).isEqualTo(result);
    }

    @Test
    void whereADecimalAndACountMeetTheSentenceSaysWhatToDo() {
        assertThatThrownBy(() -> number("size(grade) + passes"))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("double(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2, 3].all(x, x > 0) ? speed : 1",
                "[1, 2].map(x, x * 2).size() > 0 ? speed : 1",
                "[1].exists(x, x == 1) ? speed : 1",
                "[1, 2].filter(x, x > 1)[0]",
                "has({'a': 1}.a) ? speed : 1",
            })
    void nothingLoops(String expression) {
        assertThatThrownBy(() -> number(expression)).isInstanceOf(FormulaException.class);
    }

    @Test
    void lengthAndDepthAreBounded() throws Exception {
        assertThat(number("speed" + " + 1".repeat(200))).isEqualTo(6200.0);
        assertThatThrownBy(() -> number("speed" + " + 1".repeat(300))).hasMessageContaining("longer than");
        assertThatThrownBy(() -> number("(".repeat(400) + "speed" + ")".repeat(400)))
                .isInstanceOf(FormulaException.class);
        assertThatThrownBy(() -> number("!(".repeat(300) + "coated" + ")".repeat(300) + " ? 1 : 2"))
                .isInstanceOf(FormulaException.class);
    }

    @Test
    void aTextThatGrowsBeyondMeasureIsNoResult() throws Exception {
        Formula formula = Formula.compile("grade + 'and a little more'", NAMES, Kind.TEXT);
        Object result = formula.evaluate(Map.of("grade", "x".repeat(4090)));

        assertThatThrownBy(() -> FormulaValues.result(result, ValueType.STRING))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("4096");
        assertThatThrownBy(() -> FormulaValues.attribute("grade", "x".repeat(4097), Kind.TEXT))
                .hasMessageContaining("grade");
    }

    /** Eight hundred thousand characters through a large pattern took ten seconds of a match. */
    @Test
    void aTextIsNotNamedOftenEnoughToMakeAPatternExpensive() throws Exception {
        String pattern = ".matches('" + "(a?b?)".repeat(50) + "d') ? 1 : 2";
        Formula formula = Formula.compile("(grade" + " + grade".repeat(70) + ")" + pattern, NAMES, Kind.NUMBER);

        assertThat(formula.evaluate(Map.of("grade", "ab"))).isEqualTo(2.0);
        assertThatThrownBy(() -> formula.evaluate(Map.of("grade", "ab".repeat(30))))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("together");
    }

    @Test
    void aFormulaKnowsWhichNamesItNeedsAndWordsInTextsAreNone() throws Exception {
        assertThat(Formula.compile("grade == 'speed' ? passes : 1", NAMES, Kind.NUMBER)
                        .names())
                .isEqualTo(Set.of("grade", "passes"));
    }

    @Test
    void aFormulaReachesNothingOutside() {
        assertThatThrownBy(() -> number("System.nanoTime()")).isInstanceOf(FormulaException.class);
        assertThatThrownBy(() -> number("nobody + 1")).isInstanceOf(FormulaException.class);
    }

    @Test
    void textsAndNamesKeepTheirDigits() {
        assertThat(DecimalLiterals.in("a1 + 2 * 3.5 - 4e2 + 0x1F + 5u + .5 + 'x 7' + \"8\\\" 9\" + r'1'"))
                .isEqualTo("a1 + 2.0 * 3.5 - 4e2 + 0x1F + 5u + .5 + 'x 7' + \"8\\\" 9\" + r'1'");
    }
}
