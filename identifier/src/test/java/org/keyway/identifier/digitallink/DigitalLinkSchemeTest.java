package org.keyway.identifier.digitallink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.Gs1Settings;

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
        "https://x.cn/01//06901234000016, KW-ID-041",
        "https://x.cn/01/06901234000016/89/A, KW-ID-020",
        "https://x.cn/01/06901234000016/99/A, KW-ID-040",
        "https://x.cn/01/06901234000016?01=06901234000016, KW-ID-043",
        "https://x.cn/01/06901234000016?=A, KW-ID-043",
        "https://x.cn/01/06901234000016?99=, KW-ID-021",
        "https://x.cn/01/06901234000016?21=A, KW-ID-043",
        "https://x.cn/01/06901234000016?a=<b>, KW-ID-044",
        "https://x.cn/01/06901234000016#^, KW-ID-044",
        "https://x_y/01/06901234000016, KW-ID-044",
        "https://[fe80::1%25lo]/01/06901234000016, KW-ID-044",
        "https://x.cn/01/6901234000016, KW-ID-021",
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

    @ParameterizedTest
    @CsvSource({
        "https://x.cn./01/06901234000016?, 01=06901234000016",
        "https://[2001:db8::1]/01/06901234000016?&&99=A&&&98=B&, 01=06901234000016 99=A 98=B",
        "https://3232235777/01/06901234000016?99&17=260131, 01=06901234000016 17=260131",
        "https://x.cn/01/06901234000016/235/T?10=A, 01=06901234000016 235=T 10=A",
        "https://x.cn/8004/6901234X?01=06901234000016, 8004=6901234X 01=06901234000016",
        "https://x.cn/01/06901234000016/10/A+B?99=%2B#, 01=06901234000016 10=A+B 99=+",
        "https://x.cn/01/x/01/06901234000016?%30%31=5, 01=06901234000016",
    })
    void whatTheSyntaxLeavesFreeIsFree(String link, String elements) {
        Reading reading = labels.reading(link);

        assertThat(reading.conformant()).isTrue();
        assertThat(String.join(" ", Labels.elements(reading))).isEqualTo(elements);
    }

    @ParameterizedTest
    @CsvSource({"6901234000016, 06901234000016", "614141000418, 00614141000418", "96385074, 00000096385074"})
    void aGtinWithoutItsZerosIsFilledUpWhereTheSiteAllowsIt(String printed, String gtin) {
        Labels lenient = Labels.of(
                IdentifierConfiguration.standard().withGs1(new Gs1Settings(new ApplicationIdentifiers(), true)));

        assertThat(lenient.identified("https://x.cn/01/" + printed).product()).contains("gtin:" + gtin);
        assertThat(Labels.codes(labels.rejected("https://x.cn/01/" + printed))).containsExactly("KW-ID-021");
    }

    @Test
    void moreThan64ParametersAreRefusedAlsoThoseOfOthers() {
        String link = "https://x.cn/01/06901234000016?" + "a=b&".repeat(63);

        assertThat(labels.identified(link).conformant()).isTrue();
        assertThat(Labels.codes(labels.rejected(link + "a=b"))).containsExactly("KW-ID-032");
    }
}
