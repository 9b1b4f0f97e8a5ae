package org.keyway.identifier.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;

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

    private static PatternDraft draft() {
        return new PatternDraft("house", "(?<mat>[A-Z]{2}[0-9]{3})-(?<nr>[0-9]{4,12})")
                .roles(Map.of("mat", "product", "nr", "serial"))
                .example(new PatternExample("CB150-0042", Map.of("mat", "CB150", "nr", "0042")))
                .counterexample("CB150-42");
    }

    private static void refused(PatternDraft draft, String... words) {
        assertThatIllegalArgumentException().isThrownBy(draft::load).withMessageContainingAll(words);
    }

    @Test
    void groupsAreMappedToRolesAndAttributes() {
        PatternDraft draft = new PatternDraft("m", "(?<a>[A-Z]+)(?<b>[0-9])(?<c>[xy])(?<d>[uv])")
                .roles(Map.of("a", "product", "b", "quantity", "c", "attribute:boreClass"))
                .example("CB7xu");

        Reading reading = with(draft.load()).identified("CB7yv");

        assertThat(reading.product()).contains("part:CB");
        assertThat(reading.attributes())
                .containsOnly(Map.entry("quantity", "7"), Map.entry("boreClass", "y"), Map.entry("d", "v"));
    }

    @Test
    void ownTestCodesThatFailAreNamed() {
        refused(draft().example("CB150-1"), "house", "does not read its example CB150-1");
        refused(
                draft().example(new PatternExample("CB151-0042", Map.of("nr", "42"))),
                "house",
                "CB151-0042",
                "reads nr as 0042, not 42");
        refused(draft().counterexample("CB150-0043"), "house", "reads its counterexample CB150-0043");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        refused(draft().roles(Map.of("mat", "product", "nr", "serail")), "'nr'", "unknown role 'serail'", "serial");
        refused(draft().roles(Map.of("mat", "product", "no", "serial")), "no group 'no'");
        refused(draft().roles(Map.of()), "no group 'product'");
        refused(draft().maxLength(513), "maxLength");
        refused(draft().maxLength(0), "maxLength");
        refused(draft().symbologies(Set.of("]k1")), "symbologies can't be ]k1");
        refused(draft().checkOver("nr"), "check can't be none");
        refused(draft().check(CheckRule.MOD10).checkOver("no"), "no group 'no'");
        refused(new PatternDraft("a b", "(?<product>x)").example("x"), "name can't be a b");
        refused(new PatternDraft("n", "(?<product>(){1000}){1000}").example("x"), "repeats more than");
        refused(new PatternDraft("n", "(?<product>x)" + "(x)?".repeat(500)).example("x"), "longer than 2000");
    }

    @Test
    void aWrongCheckCharacterRefusesTheLabelAndIsNotReadAsSomethingElse() {
        Labels labels = with(new PatternDraft("house", "(?<product>[A-Z]{2}[0-9]{3})-(?<serial>[0-9]{8})")
                .check(CheckRule.MOD10)
                .checkOver("serial")
                .example("CB150-12345670")
                .counterexample("CB150-12345671")
                .load());

        assertThat(labels.identified("CB150-12345670").serial()).contains("12345670");
        Reading refused = labels.rejected("CB150-12345671");
        assertThat(refused.scheme()).isEqualTo("pattern:house");
        assertThat(Labels.codes(refused)).containsExactly("KW-ID-071");
    }

    @Test
    void caseIsFoldedOnlyWhereThePatternSaysSo() {
        assertThat(with(draft().caseFold(true).load()).identified("cb150-0042").product())
                .contains("part:CB150");
        assertThat(with(draft().load()).identified("cb150-0042").product()).contains("plain:cb150-0042");
    }

    @Test
    void aLabelLongerThanThePatternAllowsIsNotRead() {
        Labels labels = with(draft().maxLength(12).load());

        assertThat(labels.identified("CB150-000042").scheme()).isEqualTo("pattern:house");
        assertThat(labels.identified("CB150-0000042").scheme()).isEqualTo("plain");
    }

    @Test
    void aPatternIsValidAtItsStationsAndForItsSymbolsOnly() {
        Labels labels =
                with(draft().stations(Set.of("ST-10")).symbologies(Set.of("]C")).load());
        Scan scan = Scan.of("]C0CB150-0042");

        assertThat(scheme(labels, scan.at("ST-10"))).isEqualTo("pattern:house");
        assertThat(scheme(labels, scan.at("ST-20"))).isEqualTo("plain");
        assertThat(scheme(labels, scan)).isEqualTo("plain");
        assertThat(scheme(labels, Scan.of("]d1CB150-0042").at("ST-10"))).isEqualTo("plain");
        assertThat(scheme(labels, Scan.of("CB150-0042").at("ST-10"))).isEqualTo("plain");
    }

    private static String scheme(Labels labels, Scan scan) {
        return ((Identification.Identified) labels.parse(scan)).reading().scheme();
    }

    @Test
    void thePatternOfHigherPriorityReadsALabelAlone() {
        LabelPattern general = new PatternDraft("general", "(?<product>[A-Z][0-9]+)X?")
                .example("A1X")
                .load();
        LabelPattern special = new PatternDraft("special", "(?<product>A[0-9])(?<serial>[0-9]*)Y?")
                .priority(5)
                .example("A12Y")
                .load();

        Reading reading = with(general, special).identified("A12");

        assertThat(reading.scheme()).isEqualTo("pattern:special");
        assertThat(with(general, special).identified("B12").scheme()).isEqualTo("pattern:general");
    }

    @Test
    void patternsOverlapOnlyWhereTheyCanMeet() {
        LabelPattern here = draft().stations(Set.of("ST-10")).load();
        LabelPattern there = new PatternDraft("there", "(?<product>.+)")
                .stations(Set.of("ST-20"))
                .example("x")
                .load();
        LabelPattern everywhere =
                new PatternDraft("everywhere", "(?<product>.+)").example("x").load();

        assertThat(with(here, there)).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(here, everywhere))
                .withMessageContainingAll("everywhere", "house", "CB150-0042");
    }
}
