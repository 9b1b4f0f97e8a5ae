package org.keyway.benchmark.opcua;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.app.KeywayServer;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.JobState;
import org.keyway.job.Step;
import org.keyway.opcua.server.ShopFloorServer;
import org.keyway.profile.SetVersion;

/** How long from a change of values until every one of 200 sessions has been told of all 30 that it watches. */
public final class NotifyLoad {
    private static final int SESSIONS = 200;
    private static final int MACHINES = 20;
    private static final int WATCHED = 30;
    private static final int CHANGES = 60;
    private static final int WARM_UP = 10;
    private static final double PUBLISHING = 100;

    private NotifyLoad() {}

    /** Measures both servers, one after the other, and prints a line for each. */
    public static void main(String[] args) throws Exception {
        Path scratch = Files.createTempDirectory("keyway-notify");
        Visitors visitors = new Visitors();
        try (KeywayServer keyway = Hall.start(MACHINES, scratch)) {
            ShopFloorServer server = keyway.part(ShopFloorServer.class);
            visitors.introduceTo(keyway);
            for (Visitors.Way way : Visitors.Way.values()) {
                measure(
                        "keyway, " + way,
                        () -> visitors.client(keyway.opcUa(), way),
                        NotifyLoad::parameter,
                        value -> IntStream.range(0, MACHINES)
                                .forEach(machine -> server.jobChanged(job(Hall.machine(machine), value))));
            }
        }
        try (BareServer bare = BareServer.start(MACHINES * WATCHED, scratch.resolve("bare"))) {
            List<NodeId> ids = bare.ids();
            for (Visitors.Way way : Visitors.Way.values()) {
                measure(
                        "bare and sampled, " + way,
                        () -> visitors.client(bare.url(), way),
                        (machine, item) -> ids.get(machine * WATCHED + item),
                        value -> bare.set(0, MACHINES * WATCHED, value));
            }
        }
    }

    private interface Watched {
        NodeId node(int machine, int item);
    }

    private static NodeId parameter(int machine, int item) {
        return new NodeId(8, "%s/Parameters/p%d".formatted(Hall.machine(machine), item + 1));
    }

    /** A job that has this value for everything. */
    private static Job job(String machine, double value) {
        List<JobParameter> parameters = IntStream.rangeClosed(1, Hall.PARAMETERS)
                .mapToObj(i -> new JobParameter(
                        "p" + i,
                        BigDecimal.valueOf(value),
                        Optional.of("mm"),
                        new SetVersion("P-OP10", 1),
                        "param=" + i,
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .toList();
        return new Job(
                "01J00000000000000000000000",
                JobState.MATCHED,
                "ST-" + machine,
                "P",
                Optional.empty(),
                Optional.of(machine),
                Optional.of("OP10"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                parameters,
                List.of(),
                Optional.empty(),
                List.of(new Step(JobState.MATCHED, Instant.now())),
                Optional.empty());
    }

    private interface Door {
        OpcUaClient open() throws UaException;
    }

    private static void measure(String name, Door door, Watched watched, DoubleConsumer change) throws Exception {
        Audience audience = new Audience(WATCHED);
        List<OpcUaClient> clients = new ArrayList<>();
        for (int session = 0; session < SESSIONS; session++) {
            OpcUaClient client = door.open();
            clients.add(client);
            int machine = session % MACHINES;
            audience.watch(
                    client,
                    IntStream.range(0, WATCHED)
                            .mapToObj(item -> watched.node(machine, item))
                            .toList(),
                    PUBLISHING);
        }
        for (int round = 1; round <= WARM_UP + CHANGES; round++) {
            if (round == WARM_UP + 1) {
                audience.forget();
            }
            audience.expect(round, SESSIONS);
            change.accept(round);
            audience.awaitAll();
        }
        System.out.println(name + ": " + audience.summary());
        for (OpcUaClient client : clients) {
            client.disconnect();
        }
    }
}
