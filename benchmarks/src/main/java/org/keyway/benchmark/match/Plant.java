package org.keyway.benchmark.match;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Handshake;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.Station;
import org.keyway.profile.ValueSource;
import org.keyway.profile.ValueType;
import org.keyway.profile.WorkshopContent;

/** A plant with a released set for each of its products on each of its machines in each operation. */
final class Plant implements ReleasedSets {
    static final int PARAMETERS = 24;
    static final int MACHINES = 20;
    static final int OPERATIONS = 5;
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private final int products;

    Plant(int products) {
        this.products = products;
    }

    WorkshopContent things() {
        return new WorkshopContent(
                List.of(
                        new ProductFamily("ENGINE", name("engine"), Optional.empty()),
                        new ProductFamily("BLOCK", name("block"), Optional.of("ENGINE"))),
                IntStream.range(0, products).mapToObj(Plant::product).toList(),
                List.of(profile()),
                List.of(new Station("ST-10", name("station"), Duration.ofSeconds(5), false, Optional.empty())),
                IntStream.range(0, MACHINES).mapToObj(Plant::machine).toList(),
                List.of());
    }

    private static Name name(String text) {
        return new Name(text, text);
    }

    private static Product product(int index) {
        return new Product(productId(index), "BLOCK", name("block " + index), List.of(), Map.of("boreClass", "B"));
    }

    private static String productId(int index) {
        return "CB-%05d".formatted(index);
    }

    private static MachineProfile profile() {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < PARAMETERS; i++) {
            parameters.add(new Parameter(
                    "parameter" + i,
                    i % 2 == 0 ? ValueType.DOUBLE : ValueType.INT32,
                    Optional.of("r/min"),
                    Optional.of(BigDecimal.ZERO),
                    Optional.of(BigDecimal.valueOf(20_000)),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    "nsu=urn:cnc;s=Stage/" + i,
                    Optional.empty(),
                    name("parameter " + i)));
        }
        return new MachineProfile(
                "hmc",
                "opcua-write",
                DeliverySettings.DEFAULT,
                parameters,
                new Handshake("nsu=urn:cnc;s=JobId", "nsu=urn:cnc;s=Ready", "nsu=urn:cnc;s=Accepted"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Machine machine(int index) {
        Endpoint endpoint = new Endpoint("opc.tcp://127.0.0.1:4840", "None", Optional.empty(), Optional.empty());
        return new Machine(machineId(index), name("machine"), "HMC", "ST-10", operation(0), "hmc", endpoint);
    }

    private static String machineId(int index) {
        return "HMC-%02d".formatted(index);
    }

    private static String operation(int index) {
        return "OP" + (index + 1) * 10;
    }

    @Override
    public int count() {
        return products * MACHINES * OPERATIONS;
    }

    @Override
    public void each(Consumer<ReleasedSet> consumer) {
        for (int i = 0; i < count(); i++) {
            consumer.accept(set(i, 1));
        }
    }

    /** The set of one case. */
    ReleasedSet set(int index, int version) {
        Map<String, ValueSource> values = new LinkedHashMap<>();
        for (int i = 0; i < PARAMETERS; i++) {
            int value = 100 + (index * 31 + i * 7 + version) % 5000;
            values.put("parameter" + i, new ValueSource.Constant(BigDecimal.valueOf(value), Optional.empty()));
        }
        Map<ScopeKey, String> names = Map.of(
                ScopeKey.PRODUCT, productOf(index),
                ScopeKey.MACHINE, machineOf(index),
                ScopeKey.OPERATION, operationOf(index));
        String id = String.join("-", productOf(index), machineOf(index), operationOf(index));
        Scope scope = Scope.of(names, List.of(), Optional.empty());
        return new ReleasedSet(
                new ParameterSet(id, scope, values, Optional.empty(), Optional.empty(), Optional.empty()), version);
    }

    static String productOf(int index) {
        return productId(index / (MACHINES * OPERATIONS));
    }

    static String machineOf(int index) {
        return machineId(index / OPERATIONS % MACHINES);
    }

    static String operationOf(int index) {
        return operation(index % OPERATIONS);
    }

    /** A scan of one case. */
    static MatchRequest request(int index) {
        ProductIdentity identity = new ProductIdentity(
                productOf(index), "BLOCK", Optional.of("A0042"), Optional.of("L7"), Map.of("boreClass", "B"));
        return new MatchRequest(identity, machineOf(index), operationOf(index), NOW);
    }
}
