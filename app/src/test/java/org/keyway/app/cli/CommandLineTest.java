package org.keyway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.app.demo.DemoWorkshop;
import org.keyway.profile.workshopfile.WorkshopText;
import tools.jackson.databind.JsonNode;

class CommandLineTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private String config;

    @BeforeEach
    void writeConfiguration() throws IOException {
        config = Files.writeString(folder.resolve("keyway.yaml"), "data: data\nhttp: {port: 0}\nopcua: {port: 0}\n")
                .toString();
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of("", arguments);
    }

    private static CommandRun runWith(String input, String... arguments) {
        return CommandRun.of(input, arguments);
    }

    private Path demoFiles() throws IOException {
        Path files = Files.createDirectories(folder.resolve("workshop"));
        for (WorkshopText file : DemoWorkshop.files()) {
            Files.writeString(files.resolve(file.file()), file.content());
        }
        return files;
    }

    @Test
    void aScannerProfileWithAKeyTooManyIsRefusedWithItsLine() throws IOException {
        Path profile = Files.writeString(folder.resolve("scanner.yaml"), "prefix: \"\"\nprefiks: x\n");

        CommandRun result = run("identify", "--scanner-profile", profile.toString());

        assertThat(result.status()).isNotZero();
        assertThat(result.err()).contains("scanner.yaml:2").contains("prefiks");
    }

    @Test
    void whatTeachPrintsLoadsAsItIsAndReadsTheSamples() throws IOException {
        String samples = "P150-0042/L261116A/00187\nP200-0352/L261113A/00001\n";
        CommandRun taught = runWith(samples, "teach");
        assertThat(taught.status()).as(taught.err()).isZero();
        Files.writeString(folder.resolve("identifier.yaml"), taught.out());
        Files.writeString(
                folder.resolve("taught.yaml"),
                "data: data\nhttp: {port: 0}\nopcua: {port: 0}\nidentifier: identifier.yaml\n");

        CommandRun read = runWith(
                samples, "identify", "--config", folder.resolve("taught.yaml").toString());

        assertThat(read.json().get(0).get("product").asString()).isEqualTo("part:P150-0042");
        assertThat(read.json().get(0).get("serial").asString()).isEqualTo("00187");
        assertThat(read.json().get(1).get("lot").asString()).isEqualTo("L261113A");
    }

    @Test
    void teachSaysWhyItDeclines() {
        CommandRun declined = runWith("]d2010690123400001621A0042\n", "teach");
        assertThat(declined.status()).isEqualTo(Keyway.PROBLEMS_FOUND);
        assertThat(declined.out()).startsWith("# KW-ID-202").contains("gs1-element-string");
        CommandRun json = runWith("CB/1\nCB/2\n", "teach", "--json");
        assertThat(json.json()
                        .get(0)
                        .at("/proposals/0/readings/1/parts/1/value")
                        .asString())
                .isEqualTo("2");
    }

    @Test
    void rulesAboutSingleSchemesComeFromTheConfiguration() throws IOException {
        String wrong = "LZSPCJLG3R1000012\n";
        String labels = Files.writeString(folder.resolve("labels.yaml"), """
                        data: data
                        http: {port: 0}
                        opcua: {port: 0}
                        identifier: labels-of-site.yaml
                        """).toString();
        Files.writeString(folder.resolve("labels-of-site.yaml"), """
                schemes:
                  vinCheckDigit: off
                  handleHosts: [resolver.example.cn]
                  identificationLinks: {hosts: [id.maker.example]}
                  ecode: [{name: e1, expression: "1(?<product>[0-9]{19})", examples: ["10064000012345678901"]}]
                """);

        assertThat(runWith(wrong, "identify").json().get(0).get("conformant").asBoolean())
                .isFalse();
        List<JsonNode> read = runWith(
                        wrong + "https://id.maker.example/p/1\n10064000012345678901\nhttps://a.cn/88.1.2/X\n",
                        "identify",
                        "--config",
                        labels)
                .json();
        assertThat(read)
                .extracting(line -> line.get("scheme").asString())
                .containsExactly("vin", "iec61406", "ecode", "plain");
        assertThat(read.get(0).get("conformant").asBoolean()).isTrue();
    }

    @Test
    void whatIsImportedIsMatchedAndExportedAndImportedAgainWithoutAChange() throws IOException {
        CommandRun imported = run("import", demoFiles().toString(), "--config", config, "--release");
        assertThat(imported.status()).as(imported.err()).isZero();

        CommandRun matched =
                runWith("]d2010690123400001621A0042\n", "match", "--machine", "HMC-01", "--config", config);
        assertThat(matched.json().get(0).get("outcome").asString()).isEqualTo("matched");
        assertThat(matched.json().get(0).get("values").size()).isEqualTo(24);

        Path out = folder.resolve("out");
        assertThat(run("export", out.toString(), "--config", config).status()).isZero();
        CommandRun again = run("import", out.toString(), "--config", config, "--release");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("0 new or changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void setsExportedAsTablesAreImportedAgainWithoutAChange(String format) throws IOException {
        run("import", demoFiles().toString(), "--config", config, "--release");
        Path out = folder.resolve("out");

        CommandRun exported = run("export", out.toString(), "--config", config, "--format", format);

        assertThat(exported.status()).as(exported.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.filter(file -> file.toString().endsWith("." + format)))
                    .isNotEmpty();
        }
        CommandRun again = run("import", out.toString(), "--config", config, "--release");
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).startsWith("0 new or changed");
    }

    @Test
    void aMachineThatIsNotThereCannotBeTaught() throws IOException {
        run("import", demoFiles().toString(), "--config", config, "--release");

        CommandRun nobody = run("teach-machine", "--machine", "NO-1", "--product", "CB-150", "--config", config);

        assertThat(nobody.status()).isEqualTo(Keyway.PROBLEMS_FOUND);
        assertThat(nobody.err()).contains("KW-TEACH-001");
    }

    @Test
    void importWithAProblemNamesFileAndLineAndChangesNothing() throws IOException {
        Path files = demoFiles();
        Files.writeString(files.resolve("broken.yaml"), "kind: Product\nid: X-1\nfamily: NOWHERE\n");

        CommandRun refused = run("import", files.toString(), "--config", config, "--release");

        assertThat(refused.status()).isEqualTo(Keyway.PROBLEMS_FOUND);
        assertThat(refused.err()).contains("broken.yaml:3: KW-IMP-");
        assertThat(run("match", "--machine", "HMC-01", "--config", config).err())
                .contains("no machine HMC-01");
    }

    @Test
    void anEmptyJournalIsIntact() {
        CommandRun result = run("journal", "verify", "--config", config);

        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("intact: 0 entries, head 0:" + "0".repeat(64));
    }

    @Test
    void aJournalMustHoldTheHeadThatWasKeptElsewhere() {
        String beginning = "0:" + "0".repeat(64);
        String later = "7:" + "a".repeat(64);

        assertThat(run("journal", "verify", "--config", config, "--expect", beginning)
                        .status())
                .isZero();
        CommandRun cut = run("journal", "verify", "--config", config, "--expect", later);
        assertThat(cut.status()).isEqualTo(Keyway.PROBLEMS_FOUND);
        assertThat(cut.err()).contains("broken at entry 7");
        assertThat(run("journal", "verify", "--config", config, "--expect", "7").status())
                .isEqualTo(2);
    }

    @Test
    void anAuditIsIntactAfterAnImportAndMustHoldTheHeadThatWasKeptElsewhere() throws IOException {
        Path files = Files.createDirectories(folder.resolve("audited"));
        Files.writeString(files.resolve("family.yaml"), "kind: ProductFamily\nid: F-1\n");
        assertThat(run("import", files.toString(), "--config", config).status()).isZero();

        CommandRun intact = run("audit", "verify", "--config", config);
        assertThat(intact.status()).isZero();
        String head = intact.out().strip().replaceFirst("intact: 1 entries, head (1:[0-9a-f]{64})", "$1");
        assertThat(run("audit", "verify", "--config", config, "--expect", head).status())
                .isZero();
        CommandRun cut = run("audit", "verify", "--config", config, "--expect", "7:" + "a".repeat(64));
        assertThat(cut.status()).isEqualTo(Keyway.PROBLEMS_FOUND);
        assertThat(cut.err()).contains("broken at entry 7");
        assertThat(run("audit", "verify", "--config", config, "--expect", "7").status())
                .isEqualTo(2);
    }

    @Test
    void exitStatusTellsWrongUsageFromAServerThatCannotStart() throws IOException {
        assertThat(run("frobnicate").status()).isEqualTo(2);
        assertThat(run("serve").status()).isEqualTo(2);
        assertThat(run("serve", "--config", "/does/not/exist").status()).isEqualTo(Keyway.CANNOT_START);
        Path open = Files.writeString(folder.resolve("open.yaml"), "data: data\nhttp: {host: 0.0.0.0, port: 0}\n");
        CommandRun refused = run("serve", "--config", open.toString());
        assertThat(refused.status()).isEqualTo(Keyway.CANNOT_START);
        assertThat(refused.err()).contains("0.0.0.0");
    }

    @Test
    void aMistakeInTheConfigurationIsNamedWithItsLine() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "data: data\nhtpp: {port: 0}\n");

        CommandRun refused = run("serve", "--config", wrong.toString());

        assertThat(refused.status()).isEqualTo(Keyway.CANNOT_START);
        assertThat(refused.err()).contains("wrong.yaml:2").contains("htpp").doesNotContain("\tat ");
    }

    @Test
    void aScannerProfileThatNoScanCanShowToHoldIsRefused() throws IOException {
        Path swapped = Files.writeString(folder.resolve("swapped.yaml"), "caseSwapped: true\n");
        CommandRun refused = run("identify", "--scanner-profile", swapped.toString());
        assertThat(refused.status()).isEqualTo(Keyway.CANNOT_START);
        assertThat(refused.err())
                .contains("swapped.yaml", "symbologySent: true")
                .doesNotContain("\tat ");

        Path shown = Files.writeString(folder.resolve("shown.yaml"), "caseSwapped: true\nsymbologySent: true\n");
        assertThat(run("identify", "--scanner-profile", shown.toString()).status())
                .isZero();
    }

    @Test
    void everyCommandHelpsAndTheVersionIsTold() {
        for (String command : List.of(
                "demo",
                "serve",
                "identify",
                "teach",
                "teach-machine",
                "match",
                "import",
                "export",
                "journal",
                "fault")) {
            CommandRun help = run(command, "--help");
            assertThat(help.status()).isZero();
            assertThat(help.out()).contains("Usage: keyway " + command);
        }
        assertThat(run("--version").out()).startsWith("keyway ");
    }
}
