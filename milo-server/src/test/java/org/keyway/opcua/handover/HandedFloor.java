package org.keyway.opcua.handover;

import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.Jobs;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.server.ServedWorkshop;
import org.keyway.opcua.space.Namespaces;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.profile.Handshake;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueType;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;

/** One machine whose PLC fetches its jobs over the network from a server of ours; either can be restarted. */
final class HandedFloor implements AutoCloseable {
    static final String MACHINE = "NR-01";

    final KeptHandovers store = new KeptHandovers();
    final FetchingPlc plc;
    final List<String> accepted = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    private final Path pki;
    private final Clock clock;
    private final MachineProfile profile;
    private volatile ServedWorkshop server;
    private Handovers handovers;
    private MachineLink link;

    HandedFloor(Path pki, HandoverSettings settings, Duration callTimeout, Clock clock) throws Exception {
        this.pki = pki;
        this.clock = clock;
        this.profile = profile(settings, callTimeout);
        boolean floats = settings.encoding() == Encoding.FLOAT;
        FetchingPlc.Setup setup = new FetchingPlc.Setup(
                Namespaces.MACHINES,
                MACHINE + "/Handover/",
                PlcSettings.of(
                        settings.verify() == Verify.ECHO,
                        Map.of(1, new Span(0, 500), 2, new Span(0, 10_000), 3, new Span(0, 1))),
                settings.level() == Level.BASIC,
                floats,
                Duration.ofMillis(10),
                Duration.ofMillis(50));
        this.plc = new FetchingPlc(setup, () -> server.client(), Clock.systemUTC());
        startGateway();
    }

    static HandoverSettings settings(Level level, Verify verify, Encoding encoding) {
        return new HandoverSettings(level, verify, encoding, Duration.ofSeconds(20));
    }

    void startGateway() throws Exception {
        handovers = new Handovers(store, Set.of(), clock);
        server = new ServedWorkshop(
                ServerSettings.readableOnLoopback(0), pki, Set.of(new HandoverFeature(handovers)), profile, MACHINE);
        link = new HandoverLinkFactory(handovers, new NoJobs()).open(server.served(MACHINE), profile, new Told());
    }

    /** As a crash would: nothing is said to anybody. */
    void stopGateway() {
        server.close();
        link.close();
    }

    void restartGateway() throws Exception {
        stopGateway();
        startGateway();
    }

    MachineLink link() {
        return link;
    }

    OpcUaClient client() throws Exception {
        return server.client();
    }

    MachineHandover handover() {
        return handovers.of(MACHINE).orElseThrow();
    }

    void awaitOnline() {
        await().until(() -> link.status().online());
    }

    void awaitPhase(HandoverPhase phase) {
        await().until(() -> handover().state().phase() == phase);
    }

    /** A job with these values, offered and staged. */
    PreparedDelivery staged(String job, Object... values) throws LinkException {
        PreparedDelivery delivery = prepared(job, values);
        delivery.invalidate();
        delivery.stage();
        return delivery;
    }

    PreparedDelivery prepared(String job, Object... values) throws LinkException {
        List<Setpoint> setpoints = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            setpoints.add(new Setpoint(profile.parameters().get(i), values[i]));
        }
        return link.prepare(job, setpoints);
    }

    void deliver(String job, Object... values) throws LinkException {
        PreparedDelivery delivery = staged(job, values);
        delivery.release();
        await().until(() -> delivery.handshake().took(job));
    }

    private static MachineProfile profile(HandoverSettings settings, Duration callTimeout) {
        DeliverySettings usual = HandoverSettings.USUAL;
        return new MachineProfile(
                "nutrunner",
                HandoverSettings.DELIVERY,
                new DeliverySettings(
                        callTimeout,
                        usual.readBackDelay(),
                        usual.secondReadDelay(),
                        usual.acceptTimeout(),
                        usual.batchSize(),
                        usual.attempts()),
                Arrays.asList(
                        parameter("torque", ValueType.DOUBLE, "param=1"),
                        parameter("count", ValueType.INT64, "param=2"),
                        parameter("reverse", ValueType.BOOLEAN, "param=3"),
                        parameter("program", ValueType.STRING, "programName")),
                Handshake.NONE,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(settings));
    }

    private static Parameter parameter(String name, ValueType type, String address) {
        return new Parameter(
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                type == ValueType.DOUBLE ? Optional.of(new BigDecimal("0.01")) : Optional.empty(),
                Optional.empty(),
                address,
                Optional.empty(),
                new Name(name, name));
    }

    @Override
    public void close() {
        plc.close();
        stopGateway();
    }

    private final class Told implements LinkListener {
        @Override
        public void statusChanged(MachineStatus status) {
            // The status is asked for where it matters.
        }

        @Override
        public synchronized void jobAccepted(String jobId) {
            accepted.add(jobId);
        }

        @Override
        public synchronized void jobDone(String jobId) {
            done.add(jobId);
        }
    }

    private static final class NoJobs implements Jobs {
        @Override
        public Optional<Job> find(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Job> findByRequest(String requestId) {
            return Optional.empty();
        }

        @Override
        public List<Job> search(JobQuery query) {
            return List.of();
        }

        @Override
        public boolean machined(String product, String serial, String machine, String operation) {
            return false;
        }

        @Override
        public List<Job> unsettled(String machine) {
            return List.of();
        }

        @Override
        public List<Job> halfCollected() {
            return List.of();
        }
    }
}
