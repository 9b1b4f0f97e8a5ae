package org.keyway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class IdentifyCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @Test
    void identifyAnswersEveryLineInOrderAsTheInterfaceSays() {
        CommandRun result = CommandRun.of("]d2010690123400001621A0042\n]d2010690123400001721A0042\n\n", "identify");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().findFirst())
                .contains("{\"data\":\"]d2010690123400001621A0042\",\"symbology\":\"]d2\","
                        + "\"scheme\":\"gs1-element-string\",\"conformant\":true,"
                        + "\"elements\":[{\"id\":\"01\",\"title\":\"GTIN\",\"value\":\"06901234000016\"},"
                        + "{\"id\":\"21\",\"title\":\"SERIAL\",\"value\":\"A0042\"}],"
                        + "\"product\":\"gtin:06901234000016\",\"serial\":\"A0042\",\"lot\":null,\"issues\":[],"
                        + "\"digitalLink\":\"https://id.gs1.org/01/06901234000016/21/A0042\"}");
        assertThat(result.json().get(1).get("conformant").asBoolean()).isFalse();
        assertThat(result.json().get(2).get("product").isNull()).isTrue();
    }

    @Test
    void identifyWritesSoundGs1LabelsAsLinksAndNoOthers() {
        CommandRun result = CommandRun.of("""
                (01)06901234000016(21)A/1(92)B(10)L1
                https://id.example.com/01/06901234000016/21/A1?93=95&s=app
                (01)06901234000017(21)A1
                (01)06901234000016(10)L1(20)02(242)7
                (01)06901234000016(8200)https://a.cn
                3035A537C80000400F90507F
                88.118.7/CB-150
                """, "identify");

        assertThat(result.json())
                .extracting(line -> line.get("digitalLink").asStringOpt().orElse("none"))
                .containsExactly(
                        "https://id.gs1.org/01/06901234000016/10/L1/21/A%2F1?92=B",
                        "https://id.gs1.org/01/06901234000016/21/A1?93=95",
                        "none",
                        "https://id.gs1.org/01/06901234000016/10/L1?20=02&242=7",
                        "none",
                        "none",
                        "none");
        assertThat(result.json().get(4).get("conformant").asBoolean())
                .as("sound, but (8200) has no place in a link")
                .isTrue();
    }

    /** How many lines were out at each flush. */
    private static List<Long> flushes(InputStream in) {
        List<Long> flushes = new ArrayList<>();
        StringWriter out = new StringWriter();
        PrintWriter counting = new PrintWriter(out, true) {
            @Override
            public void flush() {
                flushes.add(out.toString().lines().count());
                super.flush();
            }
        };
        CommandRun.execute(in, counting, new PrintWriter(new StringWriter()), "identify");
        return flushes;
    }

    private static InputStream lines(int count) {
        return new ByteArrayInputStream("CB-1\n".repeat(count).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLineIsAnsweredAtOnceWhereNoOtherWaits() {
        assertThat(flushes(new SequenceInputStream(lines(1), lines(1)))).startsWith(1L, 2L);
    }

    @Test
    void linesThatWaitAreAnsweredTogether() {
        assertThat(flushes(lines(1_000))).isNotEmpty().containsOnly(1_000L);
    }

    @Test
    void identifyReadsThroughTheProfileOfAScanner() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("scanner.yaml"), "prefix: \"S1:\"\nseparators: {gs: \"~\"}\nsymbologySent: true\n");

        CommandRun result = CommandRun.of(
                "S1:]d2010690123400001610L1~21A1\n]d2010690123400001610L1~21A1\n",
                "identify",
                "--scanner-profile",
                profile.toString());

        JsonNode first = result.json().get(0);
        assertThat(first.get("lot").asString()).isEqualTo("L1");
        assertThat(first.get("serial").asString()).isEqualTo("A1");
        assertThat(first.get("issues").findValuesAsString("code")).containsExactly("KW-ID-140", "KW-ID-010");
        assertThat(result.json().get(1).get("issues").findValuesAsString("code"))
                .containsExactly("KW-ID-143");
    }

    @Test
    void identifyTakesLinesOfJsonWithControlCharacters() {
        CommandRun result = CommandRun.of("\"]d2010690123400001610L1\\u001d21A1\"\n", "identify", "--json-input");

        assertThat(result.json().get(0).get("lot").asString()).isEqualTo("L1");
        assertThat(result.json().get(0).get("serial").asString()).isEqualTo("A1");
    }
}
