package org.keyway.identifier.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class LabelPatternTest {
    private static final LabelPattern TRAVELLER = LabelPattern.of(
            "traveller",
            "(?<product>[A-Z]{2}-[0-9]{3})/(?<lot>L[0-9]+)/(?<serial>[0-9]+)(?:/(?<boreClass>[ABC]))?",
            List.of("CB-150/L7/0042"));

    private static Labels with(LabelPattern... patterns) {
        return Labels.of(IdentifierConfiguration.standard().withPatterns(List.of(patterns)));
    }

    @Test
    void groupsBecomeProductLotSerialAndAttributes() {
        Reading reading = with(TRAVELLER).identified("]C0CB-150/L7/0042/B");

        assertThat(reading.scheme()).isEqualTo("pattern:traveller");
        assertThat(reading.product()).contains("part:CB-150");
        assertThat(reading.lot()).contains("L7");
        assertThat(reading.serial()).contains("0042");
        assertThat(reading.attributes()).containsOnly(Map.entry("boreClass", "B"));
        assertThat(Labels.elements(reading)).containsExactly("product=CB-150", "lot=L7", "serial=0042", "boreClass=B");
    }

    @Test
    void aPatternBeatsACheckDigitButNotADeclaredScheme() {
        Labels labels = with(LabelPattern.of("digits", "(?<product>[0-9]{4})[0-9]+", List.of("12345")));

        assertThat(labels.identified("6901234000016").product()).contains("part:6901");
        assertThat(labels.identified("]d20106901234000016").product()).contains("gtin:06901234000016");
    }

    @Test
    void twoPatternsThatReadOneLabelDifferentlyLeaveItAmbiguous() {
        Labels labels = with(
                LabelPattern.of("short", "(?<product>A[0-9])[0-9]*X?", List.of("A1X")),
                LabelPattern.of("long", "(?<product>A[0-9]+)Y?", List.of("A12Y")));

        assertThat(labels.parse("A12"))
                .isInstanceOfSatisfying(
                        Identification.Ambiguous.class,
                        ambiguous -> assertThat(ambiguous.readings())
                                .extracting(Reading::scheme)
                                .containsExactlyInAnyOrder("pattern:short", "pattern:long"));
    }

    @Test
    void twoPatternsThatAgreeLeaveNoDoubt() {
        Labels labels = with(
                LabelPattern.of("short", "(?<product>A[0-9]+)X?", List.of("A1X")),
                LabelPattern.of("long", "(?<product>A[0-9]+)Y?", List.of("A12Y")));

        assertThat(labels.identified("A12").product()).contains("part:A12");
    }

    @Test
    void aPatternThatBacktracksWithoutEndIsStoppedAndTheLabelRefused() {
        Labels labels = with(LabelPattern.of("evil", "(?<product>(a+)+)b", List.of("ab")));

        assertThat(Labels.codes(labels.rejected("a".repeat(500)))).containsExactly("KW-ID-070");
    }

    @Test
    void aPatternThatRecursesDeeplyIsStoppedToo() {
        Labels labels = with(LabelPattern.of("deep", "(?<product>(?:(a)|b|c)*)", List.of("ab")));

        assertThat(labels.parse("a".repeat(512))).isNotNull();
        assertThat(labels.rejected("a".repeat(4000)).scheme()).isEqualTo("plain");
    }

    @Test
    void whatCannotWorkIsNotLoaded() {
        assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("p", "(", List.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("p", "(?<lot>x)", List.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("p", "\\(?<product>x", List.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("p", "(?<product>x)", List.of("y")));
        assertThatIllegalArgumentException().isThrownBy(() -> LabelPattern.of("p", "(?<product>x)", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        LabelPattern.of("a", "(?<product>x+)", List.of("xx")),
                        LabelPattern.of("b", "(?<product>xx)", List.of("xx"))))
                .withMessageContaining("also reads an example");
    }
}
