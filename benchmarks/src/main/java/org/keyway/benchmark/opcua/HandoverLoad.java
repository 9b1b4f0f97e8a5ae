package org.keyway.benchmark.opcua;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.keyway.app.KeywayServer;
import org.keyway.benchmark.Latencies;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.MachineBoard;
import org.keyway.job.ScanRequest;
import org.keyway.job.account.Role;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcConnection;
import org.keyway.simulator.plc.PlcIdentity;
import org.keyway.simulator.plc.PlcSettings;

/**
 * How long from a scan until the PLC that fetches its jobs has accepted: full level, signed and encrypted, a PLC that waits
 * 100 ms between two looks. Scans come at any moment of its cycle.
 */
public final class HandoverLoad {
    private static final int MACHINES = 4;
    private static final Duration CYCLE = Duration.ofMillis(100);
    private static final int WARM_UP = 40;
    private static final int HAND_OVERS = 400;
    private static final long MOMENT_NANOS = 1_000_000;

    private final KeywayServer server;
    private final Random random = new Random(1);

    private HandoverLoad(KeywayServer server) {
        this.server = server;
    }

    /** Measures, and prints a line. */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("keyway-handover");
        List<FetchingPlc> plcs = new ArrayList<>();
        try (KeywayServer server = Hall.start(MACHINES, scratch)) {
            for (int i = 0; i < MACHINES; i++) {
                plcs.add(plc(server, Hall.machine(i)));
            }
            plcs.forEach(FetchingPlc::powerOn);
            new HandoverLoad(server).measure();
            plcs.forEach(FetchingPlc::close);
        }
    }

    private static FetchingPlc plc(KeywayServer server, String machine) {
        PlcIdentity identity = PlcIdentity.create("urn:keyway:benchmark:plc:" + machine);
        Visitors.let(server, "control-" + machine, identity, Set.of(Role.MACHINE_CLIENT), Set.of(machine));
        Map<Integer, PlcSettings.Span> limits = new HashMap<>();
        for (int no = 1; no <= Hall.PARAMETERS; no++) {
            limits.put(no, new PlcSettings.Span(0, 10_000));
        }
        return new FetchingPlc(
                new FetchingPlc.Setup(
                        "urn:keyway:ua:machines",
                        machine + "/Handover/",
                        PlcSettings.of(false, limits),
                        false,
                        false,
                        CYCLE,
                        Duration.ZERO),
                PlcConnection.signed(server.opcUa(), identity),
                Clock.systemUTC());
    }

    private void measure() throws Exception {
        MachineBoard board = server.part(MachineBoard.class);
        for (int i = 0; i < MACHINES; i++) {
            while (!board.status(Hall.machine(i)).online()) {
                LockSupport.parkNanos(MOMENT_NANOS);
            }
        }
        long[] took = new long[HAND_OVERS];
        for (int i = -WARM_UP; i < HAND_OVERS; i++) {
            LockSupport.parkNanos(random.nextLong(CYCLE.toNanos()));
            long begin = System.nanoTime();
            Job job = scan(Hall.machine(Math.floorMod(i, MACHINES)), i + WARM_UP);
            if (i >= 0) {
                took[i] = System.nanoTime() - begin;
            }
            awaitDone(job);
        }
        Latencies sorted = new Latencies(took);
        System.out.printf(
                "%d hand-overs of %d parameters, PLC every %d ms: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms%n",
                HAND_OVERS,
                Hall.PARAMETERS,
                CYCLE.toMillis(),
                sorted.percentile(0.5),
                sorted.percentile(0.95),
                sorted.percentile(0.99));
    }

    private Job scan(String machine, int serial) throws Exception {
        Scan label = Scan.of("]d201" + Hall.GTIN + "21SN%05d".formatted(serial));
        Job job = server.part(JobControl.class)
                .submit(new ScanRequest("ST-" + machine, label, Optional.empty(), Optional.empty()))
                .atRest()
                .get();
        if (job.state() != JobState.ACCEPTED) {
            throw new IllegalStateException(job.state() + " " + job.problem());
        }
        return job;
    }

    private void awaitDone(Job job) {
        Jobs jobs = server.part(Jobs.class);
        while (jobs.find(job.id()).filter(now -> now.state().isFinal()).isEmpty()) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }
}
