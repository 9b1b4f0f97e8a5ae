package org.keyway.identifier.iec61406;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.pattern.PatternDraft;

final class IdentificationLinkSchemeTest {
    private static final String LINK = "https://id.maker.example/p/Q7?sn=A0042";

    private static Labels labels(LabelPattern... patterns) {
        return Labels.of(IdentifierConfiguration.standard()
                .withRules(SchemeRules.standard().withLinks(Set.of("id.maker.example"), List.of(patterns))));
    }

    @Test
    void aLinkOfAConfiguredHostIsAKeyExactlyAsPrinted() {
        Reading reading = labels().identified(LINK);

        assertThat(reading.scheme()).isEqualTo("iec61406");
        assertThat(reading.conformant()).isTrue();
        assertThat(reading.product()).contains("iec61406:" + LINK);
        assertThat(reading.serial()).contains(LINK);
        assertThat(labels().identified("HTTPS://ID.Maker.example/p/q7").product())
                .contains("iec61406:HTTPS://ID.Maker.example/p/q7");
    }

    @Test
    void aConfiguredPatternSaysWhatItsPartsMean() {
        Reading reading = labels(
                        new PatternDraft("maker", "https://id\\.maker\\.example/p/(?<product>[^?]+)\\?sn=(?<serial>.+)")
                                .key("part")
                                .example(LINK)
                                .load())
                .identified(LINK);

        assertThat(reading.scheme()).isEqualTo("iec61406");
        assertThat(reading.product()).contains("part:Q7");
        assertThat(reading.serial()).contains("A0042");
    }

    @Test
    void aDigitalLinkOnSuchAHostStaysOne() {
        assertThat(labels().identified("https://id.maker.example/01/06901234000016/21/A")
                        .scheme())
                .isEqualTo("gs1-digital-link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://id.maker.example",
                "https://id.maker.example/",
                "https://id.maker.example/a b",
                "https://id.maker.example/a%2",
                "https://id.maker.example/a|b"
            })
    void aLinkThatBreaksTheRulesIsRefused(String link) {
        assertThat(Labels.codes(labels().rejected(link))).containsExactly("KW-ID-112");
    }

    @Test
    void aLinkOfMoreThan255CharactersIsRefused() {
        String front = "https://id.maker.example/";

        assertThat(labels().identified(front + "a".repeat(255 - front.length())).product())
                .isPresent();
        labels().rejected(front + "a".repeat(256 - front.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.maker.example.evil/p/1", "https://other.example/p/1", "id.maker.example/p/1"})
    void linksOfOtherHostsAreNone(String link) {
        assertThat(labels().identified(link).scheme()).isEqualTo("plain");
        assertThat(Labels.standard().identified(LINK).scheme()).isEqualTo("plain");
    }
}
