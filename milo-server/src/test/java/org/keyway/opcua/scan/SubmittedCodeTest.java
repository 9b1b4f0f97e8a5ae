package org.keyway.opcua.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Scan;

final class SubmittedCodeTest {
    private static final String GS = "\u001D";

    @Test
    void whatAPlcCannotWriteStandsInAngleBrackets() {
        assertThat(SubmittedCode.scan("RAW:STRING", "[)><RS>06<GS>SN1<RS><EOT>", ""))
                .isEqualTo(new Scan("[)>\u001E06" + GS + "SN1\u001E\u0004", Optional.empty()));
        assertThat(SubmittedCode.scan("RAW:STRING", "a" + GS + "b", ""))
                .isEqualTo(new Scan("a" + GS + "b", Optional.empty()));
    }

    @Test
    void theSymbologyIsTakenWithAndWithoutItsBracket() {
        assertThat(SubmittedCode.scan("GS1", "0106901234000016", "d2").symbology())
                .contains("]d2");
        assertThat(SubmittedCode.scan("GS1", "0106901234000016", "]d2").symbology())
                .contains("]d2");
        assertThat(SubmittedCode.scan("GS1", "0106901234000016", "Data Matrix").symbology())
                .contains("]d2");
    }

    @Test
    void elementsOfGs1WithoutASymbologyBeginWithTheSeparatorThatSaysSo() {
        assertThat(SubmittedCode.scan("GS1", "0106901234000016", "")).isEqualTo(scan(GS + "0106901234000016"));
        assertThat(SubmittedCode.scan("GS1", "]C10106901234000016", "")).isEqualTo(scan("]C10106901234000016"));
        assertThat(SubmittedCode.scan("GS1", "<FNC1>0106901234000016", "")).isEqualTo(scan(GS + "0106901234000016"));
        assertThat(SubmittedCode.scan("GS1", "", "")).isEqualTo(scan(""));
        assertThat(SubmittedCode.scan("URI", "https://id.example/01/06901234000016", ""))
                .isEqualTo(scan("https://id.example/01/06901234000016"));
    }

    private static Scan scan(String data) {
        return new Scan(data, Optional.empty());
    }
}
