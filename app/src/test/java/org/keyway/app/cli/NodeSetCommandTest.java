package org.keyway.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.demo.DemoWorkshop;
import org.keyway.profile.workshopfile.WorkshopText;

class NodeSetCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private String config;

    @BeforeEach
    void importTheDemo() throws IOException {
        config = Files.writeString(folder.resolve("keyway.yaml"), "data: data\nhttp: {port: 0}\nopcua: {port: 0}\n")
                .toString();
        Path files = Files.createDirectories(folder.resolve("workshop"));
        for (WorkshopText file : DemoWorkshop.files()) {
            Files.writeString(files.resolve(file.file()), file.content());
        }
        CommandRun imported = CommandRun.of("", "import", files.toString(), "--config", config);
        assertThat(imported.status()).as(imported.err()).isZero();
    }

    private CommandRun nodeSet(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "nodeset";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--config";
        all[arguments.length + 2] = config;
        return CommandRun.of("", all);
    }

    @Test
    void aMachineIsWrittenToAFileWithoutAServer() throws IOException {
        Path file = folder.resolve("cnc.xml");
        CommandRun run = nodeSet("--machine", "HMC-01", "--out", file.toString());
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(Files.readString(file))
                .contains("ModelUri=\"urn:keyway:ua:machines\"")
                .contains("NodeId=\"ns=1;s=HMC-01\"")
                .contains("ModelUri=\"urn:keyway:ua:types:v1\" Version=\"1.0.0\"")
                .endsWith("</UANodeSet>\n");
    }

    @Test
    void ourTypesAreWrittenToStandardOutput() {
        CommandRun run = nodeSet("--types");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("BrowseName=\"1:HandoverType\"");
    }

    @Test
    void aMachineThatIsNotThereIsNamedAndNothingIsWritten() {
        CommandRun run =
                nodeSet("--machine", "NONE", "--out", folder.resolve("none.xml").toString());
        assertThat(run.status()).isEqualTo(Keyway.CANNOT_START);
        assertThat(run.err()).contains("NONE");
        assertThat(folder.resolve("none.xml")).doesNotExist();
    }

    @Test
    void oneOfMachineAndTypesIsAskedFor() {
        assertThat(nodeSet().status()).isEqualTo(2);
        assertThat(nodeSet("--types", "--machine", "HMC-01").status()).isEqualTo(2);
    }
}
