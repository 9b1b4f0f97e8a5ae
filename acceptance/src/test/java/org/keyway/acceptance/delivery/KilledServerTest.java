package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.simulator.MachinedPart;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;
import org.keyway.simulator.server.SimulatedCell;
import tools.jackson.databind.JsonNode;

/** A server that is killed at any step of a job: afterwards the record and the machine agree. */
class KilledServerTest {
    private static final int READS = 5;
    private static final int WRITES = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<String> GREEN = Set.of("ACCEPTED", "COMPLETED");
    private static final Set<String> SETTLED = Set.of("ACCEPTED", "COMPLETED", "FAILED", "EXPIRED");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static final AtomicInteger scans = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all
    private static SimulatedCell cell;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Path configuration;

    @SuppressWarnings("NullAway.Init") // set before all, renewed after each kill
    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        cell = new SimulatedCell(List.of(OneMachineWorkshop.model()), 0);
        cell.start();
        configuration = ServerProcess.writeConfiguration(folder, cell.port());
        server = ServerProcess.start(configuration);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();
        cell.close();
    }

    @BeforeEach
    void awaitReady() {
        await().atMost(PATIENCE).until(() -> server.machineState().equals("READY"));
    }

    private static SimulatedMachine machine() {
        return cell.machine(OneMachineWorkshop.MACHINE).orElseThrow();
    }

    private static CompletableFuture<JsonNode> scan() {
        int number = scans.incrementAndGet();
        return server.scan("R-" + number, OneMachineWorkshop.label(number));
    }

    /** Scans part after part until it is so: how many calls a job takes depends on how quickly they are answered. */
    private static CompletableFuture<JsonNode> scanUntil(BooleanSupplier enough) {
        Deque<CompletableFuture<JsonNode>> answers = new ConcurrentLinkedDeque<>(List.of(scan()));
        await().atMost(PATIENCE).until(() -> {
            if (!enough.getAsBoolean() && answers.getLast().isDone()) {
                answers.add(scan());
            }
            return enough.getAsBoolean();
        });
        return answers.getLast();
    }

    private static void restart() throws Exception {
        server.awaitDeath();
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();
        server = ServerProcess.start(configuration);
    }

    static Stream<Fault> callsBeforeTheirEffect() {
        return Stream.concat(
                IntStream.range(0, READS).mapToObj(call -> slow(Operation.READ, call)),
                IntStream.range(0, WRITES).mapToObj(call -> slow(Operation.WRITE, call)));
    }

    private static Fault slow(Operation operation, int call) {
        return Fault.of(Kind.SLOW, "").at(operation).after(call).times(1).with(1000);
    }

    @ParameterizedTest
    @MethodSource("callsBeforeTheirEffect")
    void killedWhileTheMachineHasNotAnsweredYet(Fault pause) throws Exception {
        int strikes = machine().faults().strikes();
        machine().faults().arm(pause);
        CompletableFuture<JsonNode> answer = scanUntil(() -> machine().faults().strikes() > strikes);
        server.kill();
        assertThat(answer).failsWithin(PATIENCE);
        machine().faults().clear();
        restart();

        recordAndMachineAgree();
    }

    @ParameterizedTest
    @MethodSource("effects")
    void killedAsSoonAsTheMachineHasIt(String node, Object value) throws Exception {
        ServerProcess doomed = server;
        BiConsumer<String, Object> trap = (path, now) -> {
            if (path.equals(node) && now.equals(value)) {
                doomed.kill();
            }
        };
        machine().memory().watch(trap);
        CompletableFuture<JsonNode> answer = scan();
        server.awaitDeath();
        machine().memory().unwatch(trap);
        assertThat(answer).failsWithin(PATIENCE);
        restart();

        recordAndMachineAgree();
    }

    static Stream<Object[]> effects() {
        return Stream.of(
                new Object[] {"Stage/JobReady", false},
                new Object[] {"Stage/NcProgram", "O4711"},
                new Object[] {"Stage/JobReady", true},
                new Object[] {"Machine/State", SimulatedMachine.RUNNING});
    }

    @Test
    void whatWasAnsweredIsOnRecordAfterTheServerWasKilled() throws Exception {
        JsonNode job = scan().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        int machined = machine().machined().size();
        server.kill();
        restart();

        assertThat(newestJob().get("id")).isEqualTo(job.get("id"));
        JsonNode again = server.scan("R-" + scans.get(), OneMachineWorkshop.label(scans.get()))
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(again.get("id")).isEqualTo(job.get("id"));
        assertThat(machine().machined()).hasSize(machined);
    }

    private static JsonNode newestJob() throws Exception {
        return server.jobs().get(0);
    }

    private void recordAndMachineAgree() throws Exception {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> SETTLED.contains(newestJob().get("state").asString()));
        JsonNode job = newestJob();
        boolean green = GREEN.contains(job.get("state").asString());
        assertThat(machinedFor(job)).hasSize(green ? 1 : 0);
        assertThat(machine().memory().get("Stage/JobReady")).isEqualTo(false);

        awaitReady();
        JsonNode next = scan().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next.get("state").asString()).as("%s", next).isIn(GREEN);
        assertThat(machinedFor(next)).hasSize(1);
        assertThat(machinedFor(job)).hasSize(green ? 1 : 0);
    }

    /** What the machine machined for a job; whole recipes only. */
    private static List<MachinedPart> machinedFor(JsonNode job) {
        List<MachinedPart> parts = machine().machined().stream()
                .filter(part -> part.jobId().equals(job.get("id").asString()))
                .toList();
        assertThat(parts).allSatisfy(part -> assertThat(part.values()).isEqualTo(OneMachineWorkshop.VALUES));
        return parts;
    }
}
