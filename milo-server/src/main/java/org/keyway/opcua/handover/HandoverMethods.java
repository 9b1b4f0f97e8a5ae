package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.methods.MethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The methods that go with a hand-over. Each answers with a number; only a call that can't be meant is refused. */
final class HandoverMethods {
    private static final Logger LOG = LoggerFactory.getLogger(HandoverMethods.class);
    private static final int DONE = 0;
    private static final int WAITS = 1;
    private static final int TOO_LATE = 2;
    private static final int LONGEST_TEXT = 256;

    private final MachineNode machine;
    private final Handovers handovers;

    HandoverMethods(MachineNode machine, Handovers handovers) {
        this.machine = machine;
        this.handovers = handovers;
    }

    void addTo(UaObjectNode parent, PlcNodes plc) {
        Argument[] fields = PlcNodes.fields().entrySet().stream()
                .map(field -> argument(field.getKey(), field.getValue(), PlcNodes.isArray(field.getKey())))
                .toArray(Argument[]::new);
        add(AccessGroup.HANDOVER_PLC, parent, "ReportState", fields, values -> {
            plc.report(values, handovers);
            return Optional.of(DONE);
        });
        Argument[] withdraw = {argument("OfferSeq", NodeIds.UInt32, false), argument("Reason", NodeIds.String, false)};
        add(
                AccessGroup.SCAN,
                parent,
                "WithdrawOffer",
                withdraw,
                values -> withdraw(
                        ((UInteger) values.get(0)).longValue(), values.get(1).toString()));
        Argument[] confirm = {
            argument("OfferSeq", NodeIds.UInt32, false),
            argument("OperatorId", NodeIds.String, false),
            argument("Reason", NodeIds.String, false)
        };
        add(
                AccessGroup.SCAN,
                parent,
                "ConfirmManual",
                confirm,
                values -> confirm(
                        ((UInteger) values.get(0)).longValue(),
                        values.get(1).toString(),
                        values.get(2).toString()));
    }

    /** Never 0 before the PLC has said that it dropped the offer, or no commit of it can ever have been seen. */
    private Optional<Integer> withdraw(long seq, String reason) {
        Optional<MachineHandover> handover = handovers.of(machine.machine().id());
        if (handover.isEmpty()
                || seq == 0
                || SequenceNumber.reaches(seq, handover.get().state().nextSeq())) {
            return Optional.empty();
        }
        HandoverState before = handover.get().state();
        if (before.seq() != seq) {
            return Optional.of(before.lastSeq() == seq ? TOO_LATE : DONE);
        }
        LOG.info("{} offer {} is withdrawn: {}", machine.machine().id(), seq, reason);
        HandoverStep step = handover.get().cancel();
        if (step.refusal().isPresent()) {
            return Optional.of(TOO_LATE);
        }
        return Optional.of(step.state().seq() == seq ? WAITS : DONE);
    }

    private Optional<Integer> confirm(long seq, String operator, String reason) {
        Optional<MachineHandover> handover = handovers.of(machine.machine().id());
        if (handover.isEmpty() || handover.get().state().seq() != seq || operator.isBlank()) {
            return Optional.empty();
        }
        LOG.info("{} offer {} was taken, says {}: {}", machine.machine().id(), seq, operator, reason);
        return Optional.of(handover.get().confirm().refusal().isPresent() ? WAITS : DONE);
    }

    private static Argument argument(String name, NodeId type, boolean array) {
        return new Argument(
                name,
                type,
                array ? ValueRanks.OneDimension : ValueRanks.Scalar,
                array ? new UInteger[] {UInteger.valueOf(Offer.MOST_PARAMETERS)} : null,
                LocalizedText.NULL_VALUE);
    }

    private void add(
            AccessGroup group,
            UaObjectNode parent,
            String name,
            Argument[] in,
            Function<List<Object>, Optional<Integer>> work) {
        NodeMaker maker = machine.maker(group);
        Argument[] out = {argument("ResultCode", NodeIds.Int32, false)};
        maker.method(parent, machine.name(TYPES, name), in, out, handler(in, work));
    }

    private static MethodInvocationHandler handler(Argument[] in, Function<List<Object>, Optional<Integer>> work) {
        return (context, request) -> {
            Variant[] given = Optional.ofNullable(request.getInputArguments()).orElse(new Variant[0]);
            if (given.length != in.length) {
                return refused(
                        given.length < in.length ? StatusCodes.Bad_ArgumentsMissing : StatusCodes.Bad_TooManyArguments);
            }
            List<Object> values = new ArrayList<>();
            StatusCode[] judged = new StatusCode[in.length];
            boolean fit = true;
            for (int i = 0; i < in.length; i++) {
                Object value = given[i].value();
                boolean fits = value != null && ArgumentTypes.fits(in[i], value);
                judged[i] = fits ? StatusCode.GOOD : new StatusCode(StatusCodes.Bad_TypeMismatch);
                fit &= fits && !(value instanceof String text && text.length() > LONGEST_TEXT);
                values.add(value == null ? "" : value);
            }
            if (!fit) {
                return new CallMethodResult(new StatusCode(StatusCodes.Bad_InvalidArgument), judged, null, null);
            }
            return work.apply(values)
                    .map(code ->
                            new CallMethodResult(StatusCode.GOOD, judged, null, new Variant[] {Variant.ofInt32(code)}))
                    .orElseGet(() -> refused(StatusCodes.Bad_InvalidArgument));
        };
    }

    private static CallMethodResult refused(long status) {
        return new CallMethodResult(new StatusCode(status), null, null, null);
    }

    /** Which Java type an argument has. */
    private static final class ArgumentTypes {
        private static final Map<NodeId, Class<?>> SCALARS = Map.of(
                NodeIds.UInt32, UInteger.class,
                NodeIds.Int32, Integer.class,
                NodeIds.UInt16, UShort.class,
                NodeIds.Double, Double.class,
                NodeIds.Float, Float.class,
                NodeIds.String, String.class);

        private ArgumentTypes() {}

        static boolean fits(Argument argument, Object value) {
            Class<?> type = SCALARS.getOrDefault(argument.getDataType(), Void.class);
            boolean array = ValueRanks.OneDimension == argument.getValueRank();
            return array
                    ? value.getClass().isArray()
                            && type.equals(value.getClass().getComponentType())
                            && ((Object[]) value).length <= Offer.MOST_PARAMETERS
                    : type.isInstance(value);
        }
    }
}
