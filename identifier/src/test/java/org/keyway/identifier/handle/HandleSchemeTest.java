package org.keyway.identifier.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

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
}
