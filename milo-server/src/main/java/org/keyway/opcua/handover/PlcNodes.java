package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.method.Input;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.ClientWrite;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;

/** The nodes that the PLC writes. What stands in them counts as a report when {@code AckCounter} changes, and only then. */
final class PlcNodes {
    private static final String HEARTBEAT = "PlcHeartbeat";
    private static final String ACK = "AckCounter";

    private final MachineNode machine;
    private final boolean floats;
    private final Map<String, UaVariableNode> nodes = new LinkedHashMap<>();

    PlcNodes(MachineNode machine, UaObjectNode parent, boolean floats) {
        this.machine = machine;
        this.floats = floats;
        NodeMaker maker = machine.maker(AccessGroup.HANDOVER_PLC);
        fields().forEach((name, type) -> {
            UaVariableNode node = isArray(name)
                    ? maker.array(parent, machine.name(TYPES, name), type, Offer.MOST_PARAMETERS, empty(name))
                    : maker.variable(parent, machine.name(TYPES, name), type, empty(type));
            maker.writable(node);
            nodes.put(name, node);
        });
    }

    /** The arguments of {@code ReportState}: every field, in the order of the type. */
    static List<Input<?>> inputs() {
        List<Input<?>> inputs = new ArrayList<>();
        fields().forEach((name, type) -> inputs.add(input(name, type)));
        return inputs;
    }

    private static Input<?> input(String name, NodeId type) {
        return switch (name) {
            case "EchoNo" -> Input.values(name, type, UShort[].class, Offer.MOST_PARAMETERS);
            case "EchoValue" -> Input.values(name, type, Double[].class, Offer.MOST_PARAMETERS);
            case "EchoValueF" -> Input.values(name, type, Float[].class, Offer.MOST_PARAMETERS);
            default -> Input.value(name, type, empty(type).getClass());
        };
    }

    /** Every field in the order of {@code ReportState}, with its type. */
    private static Map<String, NodeId> fields() {
        Map<String, NodeId> fields = new LinkedHashMap<>();
        for (String name : List.of(HEARTBEAT, "PlcBootId", "StageNo", "StageCrc", "EchoCount")) {
            fields.put(name, NodeIds.UInt32);
        }
        fields.put("EchoNo", NodeIds.UInt16);
        fields.put("EchoValue", NodeIds.Double);
        fields.put("EchoValueF", NodeIds.Float);
        fields.put("PlcState", NodeIds.Int32);
        for (String name : List.of("StageSeq", "ActiveSeq", "LastDoneSeq")) {
            fields.put(name, NodeIds.UInt32);
        }
        fields.put("RejectCode", NodeIds.UInt16);
        fields.put("RejectParamNo", NodeIds.UInt16);
        fields.put("RunsCompleted", NodeIds.UInt32);
        fields.put("PartsGood", NodeIds.UInt32);
        fields.put("ResultCode", NodeIds.Int32);
        fields.put("AckSeq", NodeIds.UInt32);
        fields.put(ACK, NodeIds.UInt32);
        return fields;
    }

    private static boolean isArray(String name) {
        return name.equals("EchoNo") || name.startsWith("EchoValue");
    }

    private static Object empty(NodeId type) {
        if (type.equals(NodeIds.Int32)) {
            return 0;
        }
        return type.equals(NodeIds.UInt16) ? UShort.MIN : UInteger.MIN;
    }

    private static Object empty(String name) {
        return switch (name) {
            case "EchoNo" -> ParameterArrays.numbers(List.of());
            case "EchoValue" -> ParameterArrays.doubles(List.of());
            default -> ParameterArrays.floats(List.of());
        };
    }

    /** Takes in what the PLC wrote, while the machine is locked. */
    void written(ClientWrite write, Handovers handovers) {
        if (hasChanged(write, HEARTBEAT)) {
            handovers.heartbeat(write.machine());
        }
        if (hasChanged(write, ACK)) {
            handovers.reported(write.machine(), report());
        }
    }

    private boolean hasChanged(ClientWrite write, String name) {
        UaVariableNode node = node(name);
        DataValue before = write.replaced().get(node.getNodeId());
        return before != null && !Objects.equals(before.value(), node.getValue().value());
    }

    /** Writes all fields at once, for a PLC that calls a method. */
    void report(List<?> values, Handovers handovers) {
        machine.publish(publication -> {
            int at = 0;
            for (String name : fields().keySet()) {
                publication.set(node(name), values.get(at));
                at++;
            }
            handovers.heartbeat(machine.machine().id());
            handovers.reported(machine.machine().id(), report());
        });
    }

    private UaVariableNode node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    private @Nullable Object value(String name) {
        return node(name).getValue().value().value();
    }

    private long number(String name) {
        return value(name) instanceof Number number ? number.longValue() : 0;
    }

    private PlcReport report() {
        return new PlcReport(
                number("PlcBootId"),
                number("StageNo"),
                number("StageCrc"),
                echo(),
                PlcState.of((int) number("PlcState")),
                number("StageSeq"),
                number("ActiveSeq"),
                number("LastDoneSeq"),
                (int) number("RejectCode"),
                (int) number("RejectParamNo"),
                number("RunsCompleted"),
                number("PartsGood"),
                (int) number("ResultCode"),
                number("AckSeq"),
                number(ACK));
    }

    /** What can't be a parameter is left out: then the copy is not what was offered. */
    private List<OfferParameter> echo() {
        List<OfferParameter> echo = new ArrayList<>();
        if (value("EchoNo") instanceof Object[] numbers
                && value(floats ? "EchoValueF" : "EchoValue") instanceof Object[] values) {
            long count = Math.min(number("EchoCount"), Math.min(numbers.length, values.length));
            for (int i = 0; i < count; i++) {
                boolean fits = numbers[i] instanceof Number no
                        && no.intValue() > 0
                        && values[i] instanceof Number value
                        && Double.isFinite(value.doubleValue());
                if (fits) {
                    echo.add(new OfferParameter(((Number) numbers[i]).intValue(), ((Number) values[i]).doubleValue()));
                }
            }
        }
        return echo;
    }
}
