package org.keyway.identifier.milstd130;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;

final class ItemIdentifierSchemeTest {
    private final Labels labels = Labels.standard();
    private final Labels bare = Labels.of(
            IdentifierConfiguration.standard().withRules(SchemeRules.standard().withBareItemIdentifiers(true)));

    @ParameterizedTest
    @CsvSource({
        "25SUN043325711MH8031200000000001, UN043325711MH8031200000000001",
        "25SD0CVA5786950, D0CVA5786950",
        "25SLDW90XYZ12, LDW90XYZ12",
        "18S0CVA5786950A, D0CVA5786950A",
    })
    void anIdentifierBehindItsDataIdentifierNamesOneItem(String data, String identifier) {
        Reading reading = labels.identified(data);

        assertThat(reading.scheme()).isEqualTo("mil-std-130");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.product()).contains("uii:" + identifier);
        assertThat(reading.serial()).contains(identifier);
        assertThat(reading.attributes()).isEqualTo(Map.of("uii", identifier));
    }

    @Test
    void aConcatenatedIdentifierIsReadOnlyWhereTheSiteSaysSo() {
        assertThat(bare.identified("D0CVA51234786950").scheme()).isEqualTo("mil-std-130");
        assertThat(labels.identified("D0CVA51234786950").scheme()).isEqualTo("plain");
        assertThat(bare.identified("D0042").scheme()).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25SD0CVA5abc", "25SUN043325711MH803120000000000112345678901234567890123"})
    void anIdentifierThatIsTooLongOrHasSmallLettersIsRefused(String data) {
        assertThat(Labels.codes(labels.rejected(data))).containsExactly("KW-ID-059");
    }

    @ParameterizedTest
    @ValueSource(strings = {"25SX", "25S", "18SIIIII1", "25SUN04332571XMH8", "25STEEL"})
    void whatOnlyResemblesAnIdentifierIsPlain(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }

    @Test
    void theConstructsOfTheStandardAreDerived() {
        assertThat(derived("17V", "0CVA5", "1P", "1234", "S", "786950")).isEqualTo("D0CVA51234786950");
        assertThat(derived("17V", "0CVA5", "1T", "L9", "S", "786950")).isEqualTo("D0CVA5L9786950");
        assertThat(derived("7L", "W90XYZ", "1P", "1234", "S", "1")).isEqualTo("LDW90XYZ12341");
        assertThat(derived("3V", "0614141", "1P", "1234", "S", "1")).isEqualTo("061414112341");
        assertThat(derived("18V", "LHD2270", "1P", "1234", "S", "1")).isEqualTo("LHD227012341");
        assertThat(derived("MFR", "0CVA5", "SER", "786950")).isEqualTo("D0CVA5786950");
        assertThat(derived("DUN", "194532636", "UCN", "786950")).isEqualTo("UN194532636786950");
        assertThat(derived("17V", "0CVA5", "S", "786950")).isEmpty();
        assertThat(derived("1P", "1234", "S", "786950")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new UniqueItemIdentifier("a"));
    }

    @Test
    void whatIsPutTogetherComesApart() {
        Random random = new Random(130);
        for (int i = 0; i < 1_000; i++) {
            String serial =
                    Integer.toString(random.nextInt(Integer.MAX_VALUE), 36).toUpperCase(java.util.Locale.ROOT);
            String duns = String.valueOf(100_000_000 + random.nextInt(900_000_000));
            assertThat(labels.identified("25SUN" + duns + serial).serial()).contains("UN" + duns + serial);
            assertThat(derived("12V", duns, "1P", "P1", "S", serial)).isEqualTo("UN" + duns + "P1" + serial);
        }
    }

    private static String derived(String... pairs) {
        List<Element> elements = new java.util.ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            elements.add(new Element(pairs[i], "", pairs[i + 1]));
        }
        return UniqueItemIdentifier.of(elements).map(UniqueItemIdentifier::text).orElse("");
    }
}
