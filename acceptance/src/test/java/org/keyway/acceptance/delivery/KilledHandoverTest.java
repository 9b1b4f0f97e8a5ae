package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.app.cli.Keyway;
import org.keyway.simulator.MachinedPart;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcConnection;
import org.keyway.simulator.plc.PlcIdentity;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;
import tools.jackson.databind.JsonNode;

/** A server that is killed while a PLC takes its job from it: afterwards the record and what was machined agree. */
class KilledHandoverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Set<String> GREEN = Set.of("ACCEPTED", "COMPLETED");
    private static final Set<String> SETTLED = Set.of("ACCEPTED", "COMPLETED", "FAILED", "EXPIRED");
    private static final Map<String, Object> VALUES = Map.of("1", 42.5, "2", 8.0, "3", 1.0);

    private static final String WORKSHOP = """
            kind: ProductFamily
            id: BLOCK
            name: {en: Block, zh: 气缸体}
            ---
            kind: Product
            id: B-1
            family: BLOCK
            name: {en: Block 1, zh: 气缸体 1}
            identifiers: ["gtin:06901234000016"]
            ---
            kind: Station
            id: ST-1
            name: {en: Station, zh: 工位}
            repeatWindow: 100ms
            ---
            kind: MachineProfile
            id: nutrunner
            delivery: opcua-host
            settings: {callTimeout: 3s, acceptTimeout: 5s}
            handover: {level: FULL, verify: CRC}
            parameters:
              - {name: torque, type: Double, unit: N·m, min: 1, max: 60, node: param=1, label: {en: Torque, zh: 扭矩}}
              - {name: bolts, type: UInt16, min: 1, max: 24, node: param=2, label: {en: Bolts, zh: 螺栓}}
              - {name: oiled, type: Boolean, node: param=3, label: {en: Oiled, zh: 涂油}}
            ---
            kind: Machine
            id: M1
            name: {en: Nutrunner, zh: 拧紧机}
            class: NR
            station: ST-1
            operation: OP10
            profile: nutrunner
            ---
            kind: ParameterSet
            id: B-1-OP10
            scope: {product: B-1, machineClass: NR}
            values: {torque: 42.5, bolts: 8, oiled: true}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path folder;

    private static final AtomicInteger scans = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all
    private static Path configuration;

    @SuppressWarnings("NullAway.Init") // set before all, renewed after each kill
    private static volatile ServerProcess server;

    @SuppressWarnings("NullAway.Init") // set before all
    private static FetchingPlc plc;

    @BeforeAll
    static void start() throws Exception {
        configuration = ServerProcess.writeConfiguration(folder, 1, WORKSHOP);
        ServerProcess.start(configuration).close(); // the machine must be known before its control gets an account
        PlcIdentity identity = PlcIdentity.create("urn:keyway:test:plc");
        letIn(identity);
        server = ServerProcess.start(configuration);
        Span any = new Span(0, 100);
        FetchingPlc.Setup setup = new FetchingPlc.Setup(
                "urn:keyway:ua:machines",
                "M1/Handover/",
                PlcSettings.of(false, Map.of(1, any, 2, any, 3, any)),
                false,
                false,
                Duration.ofMillis(20),
                Duration.ofMillis(300));
        plc = new FetchingPlc(
                setup, () -> PlcConnection.signed(server.opcUa(), identity).connect(), Clock.systemUTC());
        plc.powerOn();
    }

    private static void letIn(PlcIdentity identity) throws Exception {
        byte[] certificate = identity.certificate().getEncoded();
        Path trusted = Files.createDirectories(folder.resolve("data/pki/trusted/certs"));
        Files.write(trusted.resolve("plc.der"), certificate);
        Path file = Files.write(folder.resolve("plc.der"), certificate);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        String[] line = {
            "user",
            "add",
            "plc",
            "--role",
            "MachineClient",
            "--machine",
            "M1",
            "--certificate",
            file.toString(),
            "--config",
            configuration.toString()
        };
        assertThat(Keyway.execute(line, out, out)).as("%s", said).isZero();
    }

    @AfterAll
    static void stop() {
        plc.close();
        server.close();
        assertThat(ServerProcess.verifyJournal(configuration)).isZero();
    }

    @BeforeEach
    void awaitReady() {
        await().atMost(PATIENCE).until(() -> server.machineState().equals("READY"));
    }

    private static CompletableFuture<JsonNode> scan() {
        int number = scans.incrementAndGet();
        return server.scan("R-" + number, OneMachineWorkshop.label(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {PlcProgram.STAGED, PlcProgram.ACTIVE, PlcProgram.RUNNING, PlcProgram.DONE})
    void killedAsSoonAsThePlcGetsThere(int state) throws Exception {
        int before = plc.machined().size();
        CompletableFuture<JsonNode> answer = scan();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> isThere(state, before));
        server.kill();
        server.awaitDeath();
        assertThat(answer)
                .satisfiesAnyOf(
                        lost -> assertThat(lost).failsWithin(PATIENCE),
                        told -> assertThat(told).succeedsWithin(PATIENCE));
        server = ServerProcess.start(configuration);

        recordAndMachineAgree();
    }

    /** Or beyond: a step can pass between two looks. */
    private static boolean isThere(int state, int machinedBefore) {
        boolean machining = plc.machined().size() > machinedBefore;
        int now = plc.report().state();
        return now == state || (machining && state <= PlcProgram.RUNNING);
    }

    @Test
    void aJobGoesThroughWhenNothingHappens() throws Exception {
        JsonNode job = scan().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(job.get("state").asString()).as("%s", job).isIn(GREEN);
        await().atMost(PATIENCE).until(() -> newestJob().get("state").asString().equals("COMPLETED"));
        assertThat(machinedFor(job)).hasSize(1);
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
        awaitReady();
        assertThat(machinedFor(job)).as("%s", job).hasSize(green ? 1 : 0);

        JsonNode next = scan().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(next.get("state").asString()).as("%s", next).isIn(GREEN);
        await().atMost(PATIENCE).until(() -> machinedFor(next).size() == 1);
        assertThat(machinedFor(job)).hasSize(green ? 1 : 0);
    }

    /** What was machined for a job; whole recipes only. */
    private static List<MachinedPart> machinedFor(JsonNode job) {
        List<MachinedPart> parts = plc.machined().stream()
                .filter(part -> part.jobId().equals(job.get("id").asString()))
                .toList();
        assertThat(parts).allSatisfy(part -> assertThat(part.values()).isEqualTo(VALUES));
        return parts;
    }
}
