package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.acceptance.store.PostgreSqlServer;
import org.keyway.app.cli.Keyway;
import org.keyway.simulator.MachinedPart;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;
import org.keyway.simulator.server.SimulatedCell;
import tools.jackson.databind.JsonNode;

/** The way of a scan with its record on a PostgreSQL server, and what is left when Keyway is killed on the way. */
class PostgreSqlFlowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<String> GREEN = Set.of("ACCEPTED", "COMPLETED");

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each
    private SimulatedCell cell;

    @SuppressWarnings("NullAway.Init") // set before each
    private Path configuration;

    @SuppressWarnings("NullAway.Init") // set before each, renewed after a kill
    private ServerProcess server;

    @BeforeEach
    void start() throws Exception {
        cell = new SimulatedCell(List.of(OneMachineWorkshop.model()), 0);
        cell.start();
        configuration = onPostgreSql(ServerProcess.writeConfiguration(folder, cell.port()));
        server = ServerProcess.start(configuration);
        awaitReady();
    }

    @AfterEach
    void stop() {
        server.close();
        cell.close();
    }

    private static Path onPostgreSql(Path file) throws IOException {
        PostgreSqlServer postgres = PostgreSqlServer.running();
        return Files.writeString(
                file,
                Files.readString(file)
                        + """
                database: {url: "%s", user: %s, passwordFrom: "file:%s"}
                """.formatted(
                                postgres.freshDatabase().url(), PostgreSqlServer.USER, postgres.passwordFile()));
    }

    private void awaitReady() {
        // Before it is connected, a machine has no state.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(NullPointerException.class)
                .until(() -> server.machineState().equals("READY"));
    }

    private CompletableFuture<JsonNode> scan(int number) {
        return server.scan("R-" + number, OneMachineWorkshop.label(number));
    }

    private JsonNode newest() throws Exception {
        return server.jobs().get(0);
    }

    private List<MachinedPart> machinedFor(JsonNode job) {
        return cell.machine(OneMachineWorkshop.MACHINE).orElseThrow().machined().stream()
                .filter(part -> part.jobId().equals(job.get("id").asString()))
                .toList();
    }

    @Test
    void aScanIsAcceptedAndWhatTheServerWasKilledInIsSettledAfterwards() throws Exception {
        JsonNode first = scan(1).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(first.get("state").asString()).as("%s", first).isIn(GREEN);
        assertThat(machinedFor(first)).hasSize(1);
        awaitReady();

        SimulatedMachine machine = cell.machine(OneMachineWorkshop.MACHINE).orElseThrow();
        ServerProcess doomed = server;
        machine.faults()
                .arm(Fault.of(Kind.SLOW, "")
                        .at(Operation.WRITE)
                        .after(2)
                        .times(1)
                        .with(1000));
        int strikes = machine.faults().strikes();
        CompletableFuture<JsonNode> answer = scan(2);
        await().atMost(PATIENCE).until(() -> machine.faults().strikes() > strikes);
        doomed.kill();
        assertThat(answer).failsWithin(PATIENCE);
        doomed.awaitDeath();
        machine.faults().clear();
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();

        server = ServerProcess.start(configuration);
        await().atMost(PATIENCE).until(() -> newest().get("state").asString().equals("FAILED"));
        awaitReady();
        JsonNode settled = newest();
        assertThat(machinedFor(settled)).isEmpty();
        assertThat(machine.memory().get("Stage/JobReady")).isEqualTo(false);

        JsonNode third = scan(3).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(third.get("state").asString()).as("%s", third).isIn(GREEN);
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();
    }

    @Test
    void theCommandLineWorksBesideTheRunningServer() throws Exception {
        Path changed = Files.writeString(folder.resolve("changed.yaml"), """
                kind: ParameterSet
                id: B-1-OP10
                scope: {product: B-1, machineClass: MILL}
                values: {spindleSpeed: 7000, feedRate: 800, toolNumber: 12, passes: 3, coolant: true, ncProgram: O4711}
                """);
        assertThat(keyway("import", changed.toString(), "--release", "--config", configuration.toString()))
                .startsWith("0 ");
        assertThat(keyway("export", folder.resolve("out").toString(), "--config", configuration.toString()))
                .startsWith("0 ");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files)
                    .anySatisfy(file -> assertThat(Files.readString(file)).contains("7000"));
        }
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();
    }

    private static String keyway(String... line) {
        StringWriter out = new StringWriter();
        PrintWriter both = new PrintWriter(out, true);
        return Keyway.execute(line, both, both) + " " + out;
    }
}
