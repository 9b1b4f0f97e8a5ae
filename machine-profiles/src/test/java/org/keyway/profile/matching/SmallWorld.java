package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeCondition.Between;
import org.keyway.profile.AttributeCondition.OneOf;
import org.keyway.profile.DeliverySettings;
import org.keyway.profile.Endpoint;
import org.keyway.profile.Handshake;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.Name;
import org.keyway.profile.Parameter;
import org.keyway.profile.PartCounts;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.ValueType;
import org.keyway.profile.WorkshopContent;

/** A workshop so small that every case that can be told apart can be tried. */
public final class SmallWorld {
    static final List<Instant> TIMES = List.of(
            Instant.parse("2026-11-01T00:00:00Z"),
            Instant.parse("2026-12-01T00:00:00Z"),
            Instant.parse("2027-01-01T00:00:00Z"));
    public static final Instant NOW = TIMES.get(0);
    static final Instant PAST = Instant.parse("2026-10-01T00:00:00Z");

    /** The version whose parts are used up. */
    static final int USED_UP = 9;

    static final PartCounts COUNTS = source -> source.version() == USED_UP ? 100 : 0;
    static final List<String> FAMILIES = List.of("F", "F-1", "G");
    static final Map<String, String> PRODUCTS = Map.of("P1", "F-1", "P2", "F", "P3", "G");
    static final List<String> LOTS = List.of("L1", "L2");
    static final List<String> SERIALS = List.of("S1", "S2");
    static final List<String> ORDERS = List.of("O", "3");
    static final List<String> MACHINES = List.of("M1", "M2", "M3");
    static final List<String> OPERATIONS = List.of("OP10", "OP20");
    static final List<Object> COLOURS = List.of("x", "y", "3");
    static final List<Object> SIZES = List.of("1", "2", "3", "4");

    private static final Name NAME = new Name("", "");

    private SmallWorld() {}

    public static WorkshopContent things() {
        List<Product> products = new ArrayList<>();
        Map<String, List<AttributeCondition>> variants = Map.of(
                "SMALL", List.of(between(null, "2"), new OneOf("colour", List.of("x", "3"))),
                "LARGE", List.of(between("3", null)));
        PRODUCTS.forEach((id, family) -> products.add(
                new Product(id, family, NAME, List.of(), Map.of(), List.of(), id.equals("P1") ? variants : Map.of())));
        Parameter speed = parameter("speed", ValueType.DOUBLE, Optional.of("r/min"), true);
        Parameter passes = parameter("passes", ValueType.UINT16, Optional.empty(), false);
        return new WorkshopContent(
                List.of(
                        new ProductFamily("F", NAME, Optional.empty()),
                        new ProductFamily("F-1", NAME, Optional.of("F")),
                        new ProductFamily("G", NAME, Optional.empty())),
                products,
                List.of(profile("both", List.of(speed, passes)), profile("speed-only", List.of(speed))),
                List.of(),
                List.of(
                        machine("M1", "MILL", "OP10", "both"),
                        machine("M2", "MILL", "OP20", "both"),
                        machine("M3", "HONE", "OP10", "speed-only")),
                List.of());
    }

    static Between between(@Nullable String from, @Nullable String to) {
        return new Between(
                "size",
                Optional.ofNullable(from).map(BigDecimal::new),
                Optional.ofNullable(to).map(BigDecimal::new));
    }

    private static Parameter parameter(String name, ValueType type, Optional<String> unit, boolean required) {
        return new Parameter(
                name,
                type,
                unit,
                Optional.empty(),
                Optional.empty(),
                required,
                Optional.empty(),
                Optional.empty(),
                "s=" + name,
                Optional.empty(),
                NAME);
    }

    private static MachineProfile profile(String id, List<Parameter> parameters) {
        return new MachineProfile(
                id,
                "opcua-write",
                DeliverySettings.DEFAULT,
                parameters,
                new Handshake("a", "b", "c"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Machine machine(String id, String machineClass, String operation, String profile) {
        Endpoint endpoint = new Endpoint("opc.tcp://127.0.0.1:1", "None", Optional.empty(), Optional.empty());
        return new Machine(id, NAME, machineClass, "ST-" + id, operation, profile, endpoint);
    }

    public static CurrentWorkshop workshop(Collection<ReleasedSet> sets, Precedence precedence) {
        CurrentWorkshop workshop = new CurrentWorkshop(precedence, COUNTS);
        workshop.replace(things(), released(sets));
        return workshop;
    }

    static ReleasedSets released(Collection<ReleasedSet> sets) {
        return new ReleasedSets() {
            @Override
            public int count() {
                return sets.size();
            }

            @Override
            public void each(Consumer<ReleasedSet> consumer) {
                sets.forEach(consumer);
            }
        };
    }

    /** Every case that sets with these scopes could tell apart: what none of them asks about stays out. */
    static void eachCase(Collection<ReleasedSet> sets, Consumer<MatchRequest> visitor) {
        String asked =
                sets.stream().map(set -> set.set().scope().toString()).toList().toString();
        boolean variants =
                sets.stream().anyMatch(set -> set.set().scope().variant().isPresent());
        boolean sizes = variants || asked.contains("attribute=size");
        boolean colours = variants || asked.contains("attribute=colour");
        List<Optional<Object>> lots = choices(asked.contains("lot=Optional["), LOTS);
        List<Optional<Object>> serials = choices(asked.contains("serial=Optional["), SERIALS);
        List<Optional<Object>> orders =
                choices(asked.contains("order=Optional[") || asked.contains("attribute=order"), ORDERS);
        for (Optional<Object> lot : lots) {
            for (Optional<Object> serial : serials) {
                for (Optional<Object> order : orders) {
                    for (Optional<Object> size : choices(sizes, SIZES)) {
                        for (Optional<Object> colour : choices(colours, COLOURS)) {
                            Map<String, Object> attributes = new HashMap<>();
                            order.ifPresent(value -> attributes.put("order", value));
                            size.ifPresent(value -> attributes.put("size", value));
                            colour.ifPresent(value -> attributes.put("colour", value));
                            eachPart(lot.map(Object::toString), serial.map(Object::toString), attributes, visitor);
                        }
                    }
                }
            }
        }
    }

    private static List<Optional<Object>> choices(boolean wanted, List<? extends Object> values) {
        List<Optional<Object>> choices = new ArrayList<>(List.of(Optional.empty()));
        if (wanted) {
            values.forEach(value -> choices.add(Optional.of(value)));
        }
        return choices;
    }

    /** Registered products, and one of each family that isn't registered yet. */
    private static void eachPart(
            Optional<String> lot,
            Optional<String> serial,
            Map<String, Object> attributes,
            Consumer<MatchRequest> visitor) {
        PRODUCTS.forEach(
                (product, family) -> eachPlace(new ProductIdentity(product, family, serial, lot, attributes), visitor));
        FAMILIES.forEach(family -> eachPlace(new ProductIdentity("NEW", family, serial, lot, attributes), visitor));
    }

    private static void eachPlace(ProductIdentity identity, Consumer<MatchRequest> visitor) {
        for (String machine : MACHINES) {
            for (String operation : OPERATIONS) {
                TIMES.forEach(at -> visitor.accept(new MatchRequest(identity, machine, operation, at)));
            }
        }
    }
}
