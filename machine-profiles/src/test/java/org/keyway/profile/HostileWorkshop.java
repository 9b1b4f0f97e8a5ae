package org.keyway.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.keyway.identifier.Message;
import org.keyway.identifier.Trust;

/** Workshops from a seed whose texts, numbers and names are as awkward as a workshop may have them. */
final class HostileWorkshop extends HostileTexts {
    private static final String VARIANT = "B/2 气缸 \"#: ${A}";

    HostileWorkshop(long seed) {
        super(new Random(seed));
    }

    WorkshopContent content() {
        return new WorkshopContent(
                List.of(new ProductFamily("F", name(), Optional.empty())),
                IntStream.range(0, 30).mapToObj(this::product).toList(),
                List.of(profile()),
                List.of(station()),
                IntStream.range(0, 5).mapToObj(this::machine).toList(),
                IntStream.range(0, 30).mapToObj(this::set).toList());
    }

    private Station station() {
        ScanRole part = new ScanRole(ScanRole.PART, name(), Optional.empty(), ScanRole.Acceptance.ANY);
        ScanRole tool = new ScanRole(
                "tool",
                name(),
                Optional.of("tool"),
                new ScanRole.Acceptance(List.of("plain"), List.of(text()), List.of("F"), List.of()));
        ScanSequence sequence = new ScanSequence(List.of(part, tool), Duration.ofMillis(100 + random.nextInt(100_000)));
        return new Station(
                "S",
                name(),
                Duration.ofMillis(random.nextInt(100_000)),
                random.nextBoolean(),
                maybe(sequence),
                random.nextBoolean() ? Station.Orders.REQUIRED : Station.Orders.OPTIONAL,
                List.of());
    }

    private Object value() {
        return switch (random.nextInt(3)) {
            case 0 -> number();
            case 1 -> random.nextBoolean();
            default -> text();
        };
    }

    private Product product(int index) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            attributes.put(random.nextInt(20) == 0 ? text() + "k".repeat(2000) : text(), value());
        }
        return new Product(
                "P%03d".formatted(index),
                "F",
                name(),
                List.of(index + text()),
                attributes,
                aliases(index),
                index == 1 ? Map.of(VARIANT, List.of(interval())) : Map.of());
    }

    private AttributeCondition interval() {
        BigDecimal one = number();
        BigDecimal other = number();
        return new AttributeCondition.Between("b" + text(), maybe(one.min(other)), maybe(one.max(other)));
    }

    private List<ProductAlias> aliases(int index) {
        Instant until = Instant.ofEpochMilli(random.nextInt(Integer.MAX_VALUE));
        return random.nextBoolean()
                ? List.of()
                : List.of(
                        new ProductAlias(index + text(), Optional.empty(), maybe(until)),
                        new ProductAlias(index + text() + "2", Optional.of(until), Optional.empty()));
    }

    private MachineProfile profile() {
        String node = "nsu=urn:cnc;s={machine}/A ${A} # \"x\": y";
        Parameter number = new Parameter(
                "number",
                ValueType.DOUBLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean(),
                maybe(number()),
                Optional.empty(),
                node,
                Optional.empty(),
                name());
        Parameter text = new Parameter(
                "text",
                ValueType.STRING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean(),
                Optional.empty(),
                Optional.of(4000),
                node + 4,
                Optional.empty(),
                name());
        return new MachineProfile(
                "M",
                text(),
                DeliverySettings.DEFAULT,
                List.of(number, text, list(node), program(node), mode(node)),
                new Handshake(node + 1, node + 2, node + 3),
                List.of(
                        new Interlock(node + 5, List.of(text()), new Message(text(), text())),
                        new Interlock(node + 5, List.of(text(), text()), new Message(text(), text()))),
                List.of(),
                maybe(node + 6),
                Optional.of(new StateNode(node + 5, Map.of(text(), one(List.of(StateNode.State.values()))))));
    }

    private Parameter list(String node) {
        return single("list", ValueType.LOCALIZED_TEXT, node + 7).ofArray(new ArrayBounds(0, 20));
    }

    private Parameter single(String name, ValueType type, String node) {
        return new Parameter(
                name,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean(),
                Optional.empty(),
                Optional.empty(),
                node,
                Optional.empty(),
                name());
    }

    private Parameter program(String node) {
        Parameter single = single("program", ValueType.NC_PROGRAM, node + 8);
        return with(single, List.of(), Map.of(), Optional.of(new ProgramNodes(maybe(node + 9), maybe(node + 10))));
    }

    private Parameter mode(String node) {
        List<Choice> choices = List.of(new Choice(text() + 1, "A", name()), new Choice(text() + 2, "B", name()));
        return with(single("mode", ValueType.STRING, node + 11), choices, Map.of(), Optional.empty());
    }

    private static Parameter with(
            Parameter single, List<Choice> choices, Map<String, Limit> roles, Optional<ProgramNodes> program) {
        return new Parameter(
                single.name(),
                single.type(),
                single.unit(),
                single.min(),
                single.max(),
                single.required(),
                single.tolerance(),
                single.maxLength(),
                single.node(),
                single.nodeUnit(),
                single.label(),
                single.array(),
                choices,
                roles,
                program);
    }

    private Object local() {
        return random.nextBoolean() ? text() : new LocalText(maybe("zh-CN"), text());
    }

    private Machine machine(int index) {
        Endpoint endpoint = new Endpoint("opc.tcp://" + text(), "Basic256Sha256", maybe(text()), maybe(text()));
        return new Machine("M" + index, name(), text(), "S", text(), "M", endpoint);
    }

    private ParameterSet set(int index) {
        List<AttributeCondition> conditions = new ArrayList<>();
        conditions.add(interval());
        conditions.add(new AttributeCondition.OneOf("o" + text(), List.of(text())));
        conditions.add(new AttributeCondition.OneOf("p" + text(), List.of(text(), text())));
        boolean ofProduct = random.nextBoolean();
        Scope scope = new Scope(
                maybe("F"),
                ofProduct ? Optional.of("P001") : Optional.empty(),
                ofProduct ? maybe(VARIANT) : Optional.empty(),
                maybe(text()),
                maybe(text()),
                maybe(text()),
                Optional.empty(),
                maybe("M" + random.nextInt(5)),
                maybe(text()),
                conditions,
                maybe(one(List.of(Trust.values()))));
        Map<String, ValueSource> values = new LinkedHashMap<>();
        values.put("text", new ValueSource.Constant(text(), Optional.empty()));
        values.put("list", new ValueSource.Constant(List.of(local(), local(), local()), Optional.empty()));
        values.put(
                "program",
                new ValueSource.Constant(new NcProgram("O" + text(), text() + 1, "ab".repeat(32)), Optional.empty()));
        values.put("mode", new ValueSource.Constant("B", Optional.empty()));
        values.put("number", new ValueSource.Constant(new BigDecimal("1.50"), Optional.empty()));
        return new ParameterSet(
                "S%03d".formatted(index),
                scope,
                values,
                Optional.empty(),
                Optional.empty(),
                maybe(text()),
                Optional.empty(),
                maybe(1 + random.nextInt(1000)));
    }
}
