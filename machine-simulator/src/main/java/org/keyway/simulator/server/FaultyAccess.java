package org.keyway.simulator.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;
import org.keyway.simulator.fault.FaultBoard;

/** Lets the machine's faults strike at what a client reads and writes. */
final class FaultyAccess {
    private static final double USUAL_SLOWNESS_MILLIS = 2000;
    private static final double USUAL_OVERWRITE_MILLIS = 500;
    private static final StatusCode REJECTED = new StatusCode(StatusCodes.Bad_OutOfRange);

    private final SimulatedMachine machine;
    private final CellControl cell;

    FaultyAccess(SimulatedMachine machine, CellControl cell) {
        this.machine = machine;
        this.cell = cell;
    }

    /** A node's path, such as {@code Stage/JobId}. */
    static String path(NodeId id) {
        return id.getIdentifier().toString();
    }

    List<DataValue> read(List<ReadValueId> ids, Supplier<List<DataValue>> inner) {
        List<Fault> striking = machine.faults()
                .strike(
                        Operation.READ,
                        ids.stream().map(id -> path(id.getNodeId())).toList());
        if (striking.isEmpty()) {
            return inner.get();
        }
        if (strikesCall(striking, false)) {
            return ids.stream().map(id -> new DataValue(REJECTED)).toList();
        }
        List<DataValue> found = new ArrayList<>();
        List<DataValue> honest = inner.get();
        for (int i = 0; i < ids.size(); i++) {
            found.add(distort(striking, ids.get(i), honest.get(i)));
        }
        strikesCall(striking, true);
        return found;
    }

    private DataValue distort(List<Fault> striking, ReadValueId id, DataValue honest) {
        String path = path(id.getNodeId());
        if (FaultBoard.hits(striking, Kind.REJECT_NODE, path, Operation.READ)) {
            return new DataValue(REJECTED);
        }
        if (FaultBoard.hits(striking, Kind.WRONG_TYPE, path, Operation.READ)) {
            return otherType(id, honest);
        }
        boolean asksForAccess = AttributeId.UserAccessLevel.uid().equals(id.getAttributeId())
                || AttributeId.AccessLevel.uid().equals(id.getAttributeId());
        if (asksForAccess && machine.faults().isArmed(Kind.READ_ONLY) && concerns(Kind.READ_ONLY, path)) {
            return new DataValue(Variant.of(AccessLevel.toValue(AccessLevel.READ_ONLY)));
        }
        return find(striking, Kind.CLOCK_SKEW).isPresent() ? skewed(honest, striking) : honest;
    }

    private boolean concerns(Kind kind, String path) {
        return machine.faults().armed().stream()
                .anyMatch(fault -> fault.kind() == kind
                        && (fault.node().isEmpty() || fault.node().equals(path)));
    }

    private static DataValue otherType(ReadValueId id, DataValue honest) {
        Object value = honest.value().value();
        if (AttributeId.DataType.uid().equals(id.getAttributeId()) && value instanceof NodeId type) {
            return new DataValue(Variant.of(MachineNamespace.otherThan(type).getNodeId()));
        }
        if (AttributeId.Value.uid().equals(id.getAttributeId())) {
            return new DataValue(
                    value instanceof String ? Variant.ofInt32(0) : Variant.ofString(String.valueOf(value)));
        }
        return honest;
    }

    private static DataValue skewed(DataValue honest, List<Fault> striking) {
        DateTime ahead = CellClock.time(striking);
        return new DataValue(honest.value(), honest.statusCode(), ahead, ahead);
    }

    List<StatusCode> write(List<WriteValue> values, Function<List<WriteValue>, List<StatusCode>> inner) {
        List<Fault> striking = machine.faults()
                .strike(
                        Operation.WRITE,
                        values.stream().map(value -> path(value.getNodeId())).toList());
        if (striking.isEmpty()) {
            return inner.apply(values);
        }
        if (strikesCall(striking, false)) {
            return values.stream().map(value -> REJECTED).toList();
        }
        List<StatusCode> answers = new ArrayList<>();
        for (WriteValue value : values) {
            answers.add(write(striking, value, inner));
        }
        strikesCall(striking, true);
        return answers;
    }

    private StatusCode write(
            List<Fault> striking, WriteValue value, Function<List<WriteValue>, List<StatusCode>> inner) {
        String path = path(value.getNodeId());
        List<Fault> own = striking.stream()
                .filter(fault -> FaultBoard.hits(List.of(fault), fault.kind(), path, Operation.WRITE))
                .toList();
        WriteValue changed = value;
        for (Fault fault : own) {
            switch (fault.kind()) {
                case REJECT_NODE -> {
                    return REJECTED;
                }
                case READ_ONLY -> {
                    return new StatusCode(StatusCodes.Bad_NotWritable);
                }
                case WRONG_TYPE -> {
                    return new StatusCode(StatusCodes.Bad_TypeMismatch);
                }
                case IGNORE_ANSWER_GOOD -> {
                    return StatusCode.GOOD;
                }
                case CLAMP_ANSWER_GOOD -> changed = with(changed, Distortion.clamped(plain(changed), fault.argument()));
                case ROUND_TO_FLOAT -> changed = with(changed, Distortion.roundedToFloat(plain(changed)));
                case OVERWRITE_LATER -> overwriteLater(path, fault);
                default -> {}
            }
        }
        return inner.apply(List.of(changed)).get(0);
    }

    private static Object plain(WriteValue value) {
        Object plain = value.getValue().value().value();
        return plain == null ? "" : plain;
    }

    private static WriteValue with(WriteValue value, Object changed) {
        return new WriteValue(
                value.getNodeId(),
                value.getAttributeId(),
                value.getIndexRange(),
                DataValue.valueOnly(Variant.of(changed)));
    }

    private void overwriteLater(String path, Fault fault) {
        cell.later(
                Duration.ofMillis((long) fault.argumentOr(USUAL_OVERWRITE_MILLIS)),
                () -> machine.memory()
                        .set(path, Distortion.another(machine.memory().get(path))));
    }

    /** Strikes at the call as a whole; true when it must have no effect. */
    private boolean strikesCall(List<Fault> striking, boolean afterEffect) {
        for (Fault fault : striking) {
            boolean now = (fault.kind() == Kind.DROP_CONNECTION && fault.argument() == 1) == afterEffect;
            if (!now) {
                continue;
            }
            switch (fault.kind()) {
                case SLOW -> pause((long) fault.argumentOr(USUAL_SLOWNESS_MILLIS));
                case DROP_CONNECTION -> {
                    cell.cutConnections();
                    return true;
                }
                case RESTART_SHIFTED -> {
                    cell.restartShifted();
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Fault> find(List<Fault> striking, Kind kind) {
        return striking.stream().filter(fault -> fault.kind() == kind).findFirst();
    }
}
