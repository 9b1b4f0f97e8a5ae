package org.keyway.identifier.ecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.SchemeRules;
import org.keyway.identifier.pattern.PatternDraft;

/** Ecode and MA codes: read by what the site configures. */
final class NationalCodesTest {
    private static final String ECODE = "10064000012345678901";
    private static final String MA = "MA.156.1008.7788/CB150.0042";

    private final Labels standard = Labels.standard();
    private final Labels site = Labels.of(IdentifierConfiguration.standard()
            .withRules(SchemeRules.standard()
                    .withNationalCodes(
                            List.of(new PatternDraft(
                                            "ecode-1-0064",
                                            "(?<version>1)(?<numberingSystem>0064)(?<product>[0-9]{15})")
                                    .key("ecode")
                                    .example(ECODE)
                                    .load()),
                            List.of(new PatternDraft(
                                            "ma-7788",
                                            "MA\\.156\\.1008\\.7788/(?<product>[A-Z0-9]+)\\.(?<serial>[0-9]+)")
                                    .key("part")
                                    .example(MA)
                                    .load()))));

    @Test
    void anEcodeIsReadByItsConfiguredLengthsOnly() {
        Reading reading = site.identified(ECODE);

        assertThat(reading.scheme()).isEqualTo("ecode");
        assertThat(reading.product()).contains("ecode:000012345678901");
        assertThat(Labels.elements(reading))
                .containsExactly("version=1", "numberingSystem=0064", "product=000012345678901");
        assertThat(site.identified(ECODE + "2").scheme()).isEqualTo("plain");
        assertThat(standard.identified(ECODE).scheme()).isEqualTo("plain");
    }

    @Test
    void anMaCodeIsAKeyAsItStandsOrWhatItsPatternSays() {
        assertThat(standard.identified(MA).scheme()).isEqualTo("ma");
        assertThat(standard.identified(MA).product()).contains("ma:" + MA);
        assertThat(site.identified(MA).scheme()).isEqualTo("ma");
        assertThat(site.identified(MA).product()).contains("part:CB150");
        assertThat(site.identified(MA).serial()).contains("0042");
        assertThat(site.identified("MA.156.1/X").product()).contains("ma:MA.156.1/X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA.156.", "MA.156.1 2"})
    void anMaCodeWithoutContentOrWithBlanksIsRefused(String data) {
        assertThat(Labels.codes(standard.rejected(data))).containsExactly("KW-ID-111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MA.157.1", "MA-156-1", "MA156", "ma.156.1"})
    void whatOnlyResemblesAnMaCodeIsPlain(String data) {
        assertThat(standard.identified(data).scheme()).isEqualTo("plain");
    }
}
