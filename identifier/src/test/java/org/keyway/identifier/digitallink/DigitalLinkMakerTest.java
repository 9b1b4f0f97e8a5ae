package org.keyway.identifier.digitallink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;

final class DigitalLinkMakerTest {
    private final Labels labels = Labels.standard();
    private final DigitalLinkMaker maker =
            Labels.injector(IdentifierConfiguration.standard()).getInstance(DigitalLinkMaker.class);

    private MadeLink made(String bracketed) {
        return maker.canonical(labels.reading(bracketed).elements());
    }

    @ParameterizedTest
    @CsvSource({
        "(01)06901234000016, /01/06901234000016",
        "(21)A0042(01)06901234000016(10)HT77, /01/06901234000016/10/HT77/21/A0042",
        "(01)06901234000016(22)V2(10)HT77(21)A0042, /01/06901234000016/22/V2/10/HT77/21/A0042",
        "(01)06901234000016(21)A/1%+(99)X/+, /01/06901234000016/21/A%2F1%25%2B?99=X%2F%2B",
        "(01)06901234000016(99)Z(11)260131(240)Y, /01/06901234000016?11=260131&99=Z&240=Y",
        "(01)06901234000016(10)A(10)A(99)Z(99)Z, /01/06901234000016/10/A?99=Z",
        "(8010)6901234ABC(8011)42, /8010/6901234ABC/8011/42",
        "(253)6901234000016D1(01)06901234000016(10)A, /253/6901234000016D1?01=06901234000016&10=A",
        "(01)06901234000016(235)T, /01/06901234000016/235/T",
    })
    void keyAndQualifiersStandInThePathAndAllElseInTheQuery(String label, String link) {
        assertThat(made(label)).isEqualTo(new MadeLink.Link("https://id.gs1.org" + link));
    }

    @ParameterizedTest
    @CsvSource({
        "(99)X, KW-ID-045",
        "(10)A(11)260131, KW-ID-045",
        "(01)06901234000016(8200)http://x.cn, KW-ID-046",
        "(01)06901234000016(10)A(235)T, KW-ID-046",
    })
    void withoutAKeyOrWithAnElementThatHasNoPlaceThereIsNoLink(String label, String code) {
        assertThat(made(label))
                .isInstanceOfSatisfying(
                        MadeLink.Refused.class,
                        refused -> assertThat(refused.issue().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "/01/06901234000016/235/T?10=A, /01/06901234000016/235/T?10=A",
        "/01/06901234000016/10/A/21/B?99=Z&11=260131, /01/06901234000016/10/A/21/B?11=260131&99=Z",
        "/00/069012340000000016?01=06901234000016, /00/069012340000000016?01=06901234000016",
    })
    void whatStoodInTheGivenPathOfALinkStaysThere(String given, String link) {
        Reading reading = labels.reading("https://label.example.cn/p" + given);

        assertThat(reading.conformant()).isTrue();
        assertThat(maker.canonicalOfLink(reading.elements())).isEqualTo(new MadeLink.Link("https://id.gs1.org" + link));
    }

    @Test
    void withoutElementsThereIsNoLinkOfALink() {
        assertThat(maker.canonicalOfLink(List.of())).isInstanceOf(MadeLink.Refused.class);
    }

    @Test
    void aStemOfOnesOwnMayEndWithASlash() {
        Element gtin = new Element("01", "GTIN", "06901234000016");

        assertThat(maker.make("https://x.cn/p/", List.of(gtin)))
                .isEqualTo(new MadeLink.Link("https://x.cn/p/01/06901234000016"));
    }

    @ParameterizedTest
    @CsvSource({
        "(01)06901234000016(22)V2(10)HT+7%/7?(21)A&42=#(99)!\"*_",
        "(00)069012340000000016(02)06901234000016(37)12(10)A",
        "(8004)6901234X/1(7040)1ABC",
    })
    void aLinkReadsBackTheElementsItWasMadeOf(String label) {
        Reading before = labels.reading(label.replace("#", ""));
        MadeLink made = maker.canonical(before.elements());

        assertThat(made).isInstanceOf(MadeLink.Link.class);
        Reading after = labels.reading(((MadeLink.Link) made).uri());
        assertThat(after.conformant()).as(made.toString()).isTrue();
        assertThat(after.elements()).containsExactlyInAnyOrderElementsOf(before.elements());
    }
}
