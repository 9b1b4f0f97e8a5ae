package org.keyway.opcua.server;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.keyway.job.Job;
import org.keyway.job.MachineBoard;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Handshake;
import org.keyway.profile.Limit;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Station;
import org.keyway.profile.ValueType;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;

/** A small workshop served over OPC UA, whose machines come and go as a test likes. */
public final class ServedWorkshop implements WorkshopSource, AutoCloseable {
    private final List<Machine> machines = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Guests guests;
    private final ShopFloorServer server;
    private final MachineProfile profile;

    /** Serves machines with these features. */
    public ServedWorkshop(Path pki, Set<MachineFeature> features, String... ids) throws Exception {
        this(ServerSettings.readableOnLoopback(0), pki, features, profile(), ids);
    }

    /** The same with other settings. */
    public ServedWorkshop(ServerSettings settings, Path pki, Set<MachineFeature> features, String... ids)
            throws Exception {
        this(settings, pki, features, profile(), ids);
    }

    /** Serves machines of a profile with these features. */
    public ServedWorkshop(
            ServerSettings settings, Path pki, Set<MachineFeature> features, MachineProfile profile, String... ids)
            throws Exception {
        this.profile = profile;
        for (String id : ids) {
            machines.add(machine(id));
        }
        guests = new Guests(pki, () -> machines.stream().map(Machine::id).toList());
        server = guests.server(settings, this, new NobodyWorks(), features);
        server.start();
    }

    /** A client that may do whatever anybody may: the control of every machine, an MES, an operator, and so on. */
    public OpcUaClient client() throws UaException {
        return guests.everybody(server.url());
    }

    /** Who may come, and what is kept of them. */
    public Guests guests() {
        return guests;
    }

    public ShopFloorServer server() {
        return server;
    }

    /** The machine of an id. */
    public Machine served(String id) {
        return current().machine(id).orElseThrow();
    }

    /** A machine appears. */
    public void add(String id) {
        machines.add(machine(id));
        listeners.forEach(Runnable::run);
    }

    /** A machine goes. */
    public void remove(String id) {
        machines.removeIf(machine -> machine.id().equals(id));
        listeners.forEach(Runnable::run);
    }

    @Override
    public Workshop current() {
        return new Snapshot(List.copyOf(machines), profile);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Machine machine(String id) {
        return new Machine(
                id,
                new Name("Machine " + id, "机床 " + id),
                "HMC",
                "ST-10",
                "OP20",
                "hmc",
                new Endpoint("opc.tcp://127.0.0.1:1", "None", Optional.empty(), Optional.empty()),
                Map.of(
                        "spindleSpeed",
                        new Limit(Optional.of(BigDecimal.ZERO), Optional.of(new BigDecimal(9000)), Optional.empty())));
    }

    private static MachineProfile profile() {
        return new MachineProfile(
                "hmc",
                "opcua-write",
                DeliverySettings.DEFAULT,
                List.of(new Parameter(
                        "spindleSpeed",
                        ValueType.DOUBLE,
                        Optional.of("r/min"),
                        Optional.of(new BigDecimal(50)),
                        Optional.of(new BigDecimal(12000)),
                        true,
                        Optional.of(new BigDecimal("0.5")),
                        Optional.empty(),
                        "nsu=urn:cnc;s=Stage/SpindleSpeed",
                        Optional.empty(),
                        new Name("Spindle speed", "主轴转速"))),
                new Handshake("nsu=urn:cnc;s=JobId", "nsu=urn:cnc;s=Ready", "nsu=urn:cnc;s=Accepted"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private record Snapshot(List<Machine> machines, MachineProfile kind) implements Workshop {
        @Override
        public Optional<Product> product(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<ProductFamily> family(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<Machine> machine(String id) {
            return machines.stream().filter(machine -> machine.id().equals(id)).findFirst();
        }

        @Override
        public Optional<MachineProfile> profile(String id) {
            return Optional.of(kind);
        }

        @Override
        public Optional<Station> station(String id) {
            return Optional.empty();
        }

        @Override
        public Collection<Product> products() {
            return List.of();
        }

        @Override
        public Collection<ProductFamily> families() {
            return List.of();
        }

        @Override
        public Collection<Station> stations() {
            return List.of();
        }

        @Override
        public List<Machine> machinesAt(String station) {
            return List.of();
        }
    }

    private static final class NobodyWorks implements MachineBoard {
        @Override
        public MachineStatus status(String machine) {
            return MachineStatus.offline(Instant.EPOCH);
        }

        @Override
        public Optional<Job> currentJob(String machine) {
            return Optional.empty();
        }
    }
}
