package org.keyway.identifier.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Identification;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;

final class HandleSchemeTest {
    private final Labels labels = Labels.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "88.118.7/CB-150",
                "]Q188.118.7/CB-150",
                "hdl:88.118.7/CB-150",
                "HDL:88.118.7/CB-150",
                "https://resolver.example.cn/88.118.7/CB-150",
                "http://resolver.example.cn:8080/api/handles/88.118.7/CB-150?type=URL",
                "https://resolver.example.cn/show?handle=88.118.7%2FCB-150&lang=zh",
            })
    void aHandleIsTheSameBareWithItsSchemeAndInAnAddress(String data) {
        Reading reading = labels.identified(data);

        assertThat(reading.scheme()).isEqualTo("handle");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.product()).contains("handle:88.118.7/CB-150");
        assertThat(Labels.elements(reading)).containsExactly("prefix=88.118.7", "suffix=CB-150");
    }

    @Test
    void theOtherNationalPrefixIsReadToo() {
        assertThat(labels.identified("86.709.612/cc").product()).contains("handle:86.709.612/cc");
    }

    @ParameterizedTest
    @CsvSource({
        "88.118.7, KW-ID-060",
        "88.118.7/, KW-ID-060",
        "hdl:88.118, KW-ID-061",
        "hdl:88.118.7/, KW-ID-060",
        "hdl:CB-150, KW-ID-061",
    })
    void aPrefixAloneOrABrokenHandleNamesNoProduct(String data, String code) {
        assertThat(Labels.codes(labels.rejected(data))).containsExactly(code);
    }

    @Test
    void aHandleOfMoreThan255CharactersIsRefused() {
        assertThat(Labels.codes(labels.rejected("88.118.7/" + "A".repeat(247)))).containsExactly("KW-ID-061");
        assertThat(labels.identified("88.118.7/" + "A".repeat(246)).product()).isPresent();
    }

    @Test
    void theSuffixMeansWhatIsConfiguredForItsPrefix() {
        Labels configured = Labels.of(IdentifierConfiguration.standard()
                .withHandleSuffixes(List.of(HandleSuffix.of(
                        "88.118.7", "(?<product>[A-Z]+-[0-9]+)\\.(?<boreClass>[ABC])\\.(?<serial>[0-9]+)"))));

        Reading reading = configured.identified("88.118.7/CB-150.B.0042");
        assertThat(reading.product()).contains("handle:88.118.7/CB-150");
        assertThat(reading.serial()).contains("0042");
        assertThat(reading.attributes()).containsOnly(Map.entry("boreClass", "B"));
        assertThat(Labels.codes(configured.rejected("88.118.7/CB-150"))).containsExactly("KW-ID-062");
        assertThat(configured.identified("88.118.8/CB-150").product()).contains("handle:88.118.8/CB-150");
    }

    @Test
    void aMeaningWithoutProductIsNotLoaded() {
        assertThatIllegalArgumentException().isThrownBy(() -> HandleSuffix.of("88.118.7", "(?<serial>.*)"));
        assertThatIllegalArgumentException().isThrownBy(() -> HandleSuffix.of("88.118.7", "(?<product>"));
        assertThatIllegalArgumentException().isThrownBy(() -> HandleSuffix.of("88", "(?<product>.*)"));
        HandleSuffix suffix = HandleSuffix.of("88.118.7", "(?<product>.*)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentifierConfiguration.standard().withHandleSuffixes(List.of(suffix, suffix)))
                .withMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"88.5", "88-118/7", "188.1.2/X", "https://x.cn/doc?a=88.1/2&b=88.1/3"})
    void whatOnlyResemblesAHandleIsNone(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }

    @Test
    void addressesCountOnlyOfConfiguredHostsWhereThereAreAny() {
        Labels configured = Labels.of(IdentifierConfiguration.standard()
                .withRules(SchemeRules.standard().withHandles(Set.of("Resolver.example.cn"), false)));

        assertThat(configured
                        .identified("https://RESOLVER.example.cn/88.118.7/CB-150")
                        .product())
                .contains("handle:88.118.7/CB-150");
        assertThat(configured
                        .identified("https://other.example.cn/88.118.7/CB-150")
                        .scheme())
                .isEqualTo("plain");
        assertThat(configured.identified("88.118.7/CB-150").scheme()).isEqualTo("handle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1000/182", "20.500.12357/CB-150"})
    void handlesOfOtherRegistriesAreReadAndThePlainCodeStaysInQuestion(String data) {
        assertThat(labels.parse(data)).isInstanceOfSatisfying(Identification.Identified.class, identified -> {
            assertThat(identified.reading().product()).contains("handle:" + data);
            assertThat(identified.alternatives()).hasSize(1);
        });
        assertThat(labels.identified("hdl:" + data).product()).contains("handle:" + data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.5/3", "10.1000", "20.5/3", "1.1000/182"})
    void fractionsAndOtherNumbersAreNoHandles(String data) {
        assertThat(labels.identified(data).scheme()).isEqualTo("plain");
    }

    @Test
    void generatedHandlesComeBackInEveryForm() {
        Random random = new Random(88);
        String alphabet = "0123456789ABCabc-_.+~";
        for (int i = 0; i < 1_000; i++) {
            String prefix =
                    (random.nextBoolean() ? "88." : "86.") + random.nextInt(1_000) + "." + random.nextInt(100_000_000);
            StringBuilder suffix = new StringBuilder("X");
            for (int j = random.nextInt(30); j > 0; j--) {
                suffix.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (String front :
                    new String[] {"", "hdl:", "https://r.example.cn/", "https://r.example.cn/api/handles/"}) {
                assertThat(labels.identified(front + prefix + "/" + suffix).product())
                        .contains("handle:" + prefix + "/" + suffix);
            }
        }
    }
}
