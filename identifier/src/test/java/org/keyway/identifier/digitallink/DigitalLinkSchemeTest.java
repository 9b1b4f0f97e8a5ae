package org.keyway.identifier.digitallink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class DigitalLinkSchemeTest {
    private final Labels labels = Labels.standard();

    @Test
    void pathAndQueryAreReadInTheirOrder() {
        Reading reading = labels.identified(
                "]Q1https://id.example.com/p/01/06901234000016/10/HT77/21/A0042?linkType=all&11=260131#top");

        assertThat(reading.scheme()).isEqualTo("gs1-digital-link");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.issues()).isEmpty();
        assertThat(Labels.elements(reading)).containsExactly("01=06901234000016", "10=HT77", "21=A0042", "11=260131");
        assertThat(reading.product()).contains("gtin:06901234000016");
        assertThat(reading.lot()).contains("HT77");
        assertThat(reading.serial()).contains("A0042");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.cn/01/06901234000016/21/A/10/B, KW-ID-040",
        "https://x.cn/01/06901234000016/235/A/21/B, KW-ID-040",
        "https://x.cn/01/06901234000016/10/A/10/A, KW-ID-040",
        "https://x.cn/01/06901234000011, KW-ID-024",
        "https://x.cn/01/6901234000016, KW-ID-021",
        "https://x.cn/01/06901234000016/, KW-ID-041",
        "https://x.cn/01/06901234000016/10/, KW-ID-041",
        "https://x.cn/01/06901234000016/21/A%00B, KW-ID-023",
        "https://x.cn/01/06901234000016/21/A%20B, KW-ID-023",
        "https://x.cn/01/06901234000016?10=A, KW-ID-043",
        "https://x.cn/01/06901234000016?05=A, KW-ID-043",
        "https://x.cn/01/06901234000016?11=260131&11=260131, KW-ID-043",
        "https://x.cn/01/06901234000016?11=261331, KW-ID-025",
        "https://x.cn/01/06901234000016?240=A+B, KW-ID-023",
        "https://id.gs1.org/AQIHbGdLd0xEQkNE, KW-ID-042",
        "https://x.cn/00/069012340000000016, KW-ID-008",
    })
    void aDamagedLinkNamesNoProduct(String link, String code) {
        assertThat(Labels.codes(labels.rejected(link))).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS://X.CN/01/06901234000016", "http://x.cn:8080/a/b/01/06901234000016"})
    void schemeHostAndStemAreFree(String link) {
        assertThat(labels.identified(link).product()).contains("gtin:06901234000016");
    }

    @Test
    void percentEncodingIsDecodedAndTheRightMostKeyCounts() {
        Reading reading = labels.identified("https://x.cn/01/any/01/06901234000016/21/A%2F1%zz");

        assertThat(reading.serial()).contains("A/1%zz");
        assertThat(Labels.elements(reading)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x.cn/shop/item", "HtTps://x.cn/01/06901234000016", "https://x.cn", "https://"})
    void anotherWebAddressIsNoDigitalLink(String address) {
        assertThat(labels.identified(address).scheme()).isEqualTo("plain");
    }
}
