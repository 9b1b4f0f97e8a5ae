package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.reader.ReaderBoard;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.reader.SimulatedCode;
import org.keyway.simulator.reader.SimulatedReader;
import org.keyway.simulator.reader.SimulatedReader.Telling;
import org.keyway.simulator.server.SimulatedCell;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/** The whole server with a reader at its station: from the reader's event to the machine that takes the job. */
class AutoIdReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String READER = """
            repeatWindow: 100ms
            readers:
              - {id: OR-1, endpoint: {url: "opc.tcp://127.0.0.1:${CELL_PORT}", security: None}, node: "nsu=urn:reader:simulated;s=Reader"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private final SimulatedReader reader = new SimulatedReader(Telling.EVENTS);

    @SuppressWarnings("NullAway.Init") // set before each
    private SimulatedCell cell;

    @SuppressWarnings("NullAway.Init") // set before each
    private KeywayServer server;

    @BeforeEach
    void open() throws Exception {
        cell = new SimulatedCell(List.of(OneMachineWorkshop.model()), 0);
        cell.add(reader);
        cell.start();
        server = start();
    }

    @AfterEach
    void close() {
        server.close();
        cell.close();
    }

    private KeywayServer start() throws Exception {
        KeywayServer started = KeywayServer.start(new AppConfiguration(
                DatabaseConfiguration.file(folder.resolve("keyway")),
                new TerminalConfiguration("127.0.0.1", 0),
                new OpcUaConfiguration(folder.resolve("pki"), 0),
                IdentifierConfiguration.standard(),
                List.of(new WorkshopText(
                        "workshop.yaml", OneMachineWorkshop.YAML.replace("repeatWindow: 100ms\n", READER))),
                Map.of("CELL_PORT", String.valueOf(cell.port()), "TIMEOUT", "2s"),
                new LabelSheet(List.of())));
        await().atMost(PATIENCE)
                .until(() -> started.part(MachineBoard.class)
                                .status(OneMachineWorkshop.MACHINE)
                                .online()
                        && started.part(ReaderBoard.class).readers().get(0).online());
        return started;
    }

    private SimulatedMachine machine() {
        return cell.machine(OneMachineWorkshop.MACHINE).orElseThrow();
    }

    private ReaderStatus.Counts counts() {
        return server.part(ReaderBoard.class).readers().get(0).counts();
    }

    private List<Job> jobs() {
        return server.part(Jobs.class)
                .search(new JobQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(OneMachineWorkshop.STATION),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        JobQuery.MAX_LIMIT));
    }

    @Test
    void whatTheReaderReadsIsMachinedOnceHoweverOftenItIsToldOf() throws Exception {
        reader.scan(SimulatedCode.text("GS1", OneMachineWorkshop.label(1).substring("]d2".length()))
                .of("DataMatrix"));
        await().atMost(PATIENCE).until(() -> machine().machined().size() == 1);
        assertThat(machine().machined().get(0).values()).isEqualTo(OneMachineWorkshop.VALUES);
        assertThat(jobs().get(0).symbology()).contains("]d2");
        assertThat(jobs().get(0).requestId())
                .hasValueSatisfying(id -> assertThat(id).startsWith("autoid-"));

        reader.repeat();
        await().until(() -> counts().repeated() == 1);
        server.close();
        server = start();
        reader.repeat();
        await().until(() -> counts().repeated() == 1);

        assertThat(jobs()).hasSize(1);
        assertThat(machine().machined()).hasSize(1);
    }

    @Test
    void aLabelThatIsNoneIsARefusedJobAsFromAnyScanner() {
        reader.scan(SimulatedCode.text("RAW:STRING", "NO SUCH PART"));

        await().atMost(PATIENCE).until(() -> jobs().size() == 1);
        assertThat(jobs().get(0).state()).isEqualTo(JobState.REFUSED);
        assertThat(jobs().get(0).problem()).isPresent();
        assertThat(machine().machined()).isEmpty();
    }
}
