package org.keyway.opcua.autoid;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobState;
import org.keyway.job.ScanRequest;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.Submission;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.reader.ReaderStatus;
import org.keyway.job.reader.ReaderStatus.Feed;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.link.DeviceClients;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.profile.CodeReader;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Name;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Station;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;
import org.keyway.simulator.reader.ReaderServer;
import org.keyway.simulator.reader.SimulatedCode;
import org.keyway.simulator.reader.SimulatedReader;
import org.keyway.simulator.reader.SimulatedReader.Telling;
import org.keyway.simulator.server.DeviceSecurity;

/** A station with a simulated reader, and a desk that keeps what is scanned there. Its time stands still. */
final class ReadStation implements AutoCloseable {
    static final String STATION = "ST-10";
    static final String READER = "OR-1";

    /** What the reader read before anybody was connected. */
    static final String BEFORE = "BEFORE";

    static final String USER = "keyway";

    /** A variable that every environment has; what is in it is the password. */
    static final String PASSWORD_FROM = "PATH";

    final Pki pki;
    final SimulatedReader reader;
    final ReaderServer server;
    final List<ScanRequest> scans = new CopyOnWriteArrayList<>();

    /** Every feed that was told of, in order. */
    final List<Feed> told = new CopyOnWriteArrayList<>();

    private final CurrentWorkshop workshop = new CurrentWorkshop(Precedence.DEFAULT, PartCounts.NONE);
    private final Optional<DeviceSecurity> security;
    private final DeviceClients clients;
    private final ReaderFleet fleet;

    ReadStation(Path pki, Telling telling, String... codes) throws Exception {
        this(pki, telling, Optional.empty(), codes);
    }

    ReadStation(Path pki, Telling telling, Optional<DeviceSecurity> security, String... codes) throws Exception {
        this.security = security;
        reader = new SimulatedReader(telling);
        server = new ReaderServer(reader, security);
        server.start(SimulatedCode.text("RAW:STRING", BEFORE));
        this.pki = new Pki(new OpcUaConfiguration(pki, 0), Clock.systemUTC());
        clients = new DeviceClients(this.pki);
        fleet = new ReaderFleet(
                workshop, new ReaderConnection.Surroundings(new Desk(), new News(), clients, new StoppedClock()));
        readers(named(reader.node(), codes));
        fleet.start();
    }

    CodeReader named(String node, String... codes) {
        Endpoint endpoint = security.isPresent()
                ? new Endpoint(server.url(), "Basic256Sha256", Optional.of(USER), Optional.of("env:" + PASSWORD_FROM))
                : new Endpoint(server.url(), "None", Optional.empty(), Optional.empty());
        return new CodeReader(READER, endpoint, node, List.of(codes));
    }

    /** The workshop names these readers from now on. */
    void readers(CodeReader... readers) {
        Station station = new Station(
                STATION,
                new Name("Station", "工位"),
                Station.DEFAULT_REPEAT_WINDOW,
                false,
                Optional.empty(),
                Station.Orders.OPTIONAL,
                List.of(readers));
        workshop.replace(
                new WorkshopContent(List.of(), List.of(), List.of(), List.of(station), List.of(), List.of()),
                new NoSets());
    }

    ReaderStatus status() {
        return fleet.readers().get(0);
    }

    List<ReaderStatus> statuses() {
        return fleet.readers();
    }

    String problem() {
        return status().problem().map(problem -> problem.code()).orElse("");
    }

    ReadStation awaitFeed(Feed feed) {
        await().until(() -> status().feed() == feed);
        return this;
    }

    List<String> data() {
        return scans.stream().map(scan -> scan.scan().data()).toList();
    }

    @Override
    public void close() {
        fleet.stop();
        clients.stop();
        server.close();
    }

    private final class Desk implements JobControl {
        private final Set<Optional<String>> requests = Collections.synchronizedSet(new HashSet<>());

        @Override
        public Submission submit(ScanRequest request) {
            boolean isNew = requests.add(request.requestId());
            if (isNew) {
                scans.add(request);
            }
            Job job = job(request);
            return new Submission(job, !isNew, CompletableFuture.completedFuture(job));
        }

        private static Job job(ScanRequest request) {
            return new Job(
                    "J",
                    JobState.RECEIVED,
                    request.station(),
                    request.scan().data(),
                    request.scan().symbology(),
                    Optional.empty(),
                    Optional.empty(),
                    request.requestId(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }
    }

    private final class News implements ShopFloorListener {
        @Override
        public void jobChanged(Job job) {}

        @Override
        public void machineChanged(String machine, MachineStatus status) {}

        @Override
        public void readerChanged(ReaderStatus status) {
            told.add(status.feed());
        }
    }

    private static final class NoSets implements ReleasedSets {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public void each(Consumer<ReleasedSet> consumer) {}
    }

    private static final class StoppedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH;
        }
    }
}
