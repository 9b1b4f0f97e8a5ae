package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.keyway.opcua.method.CheckedMethod;
import org.keyway.opcua.method.Input;
import org.keyway.opcua.method.Input.MisfitException;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The methods that go with a hand-over. Each answers with a number; only a call that can't be meant is refused. */
final class HandoverMethods {
    private static final Logger LOG = LoggerFactory.getLogger(HandoverMethods.class);
    private static final int DONE = 0;
    private static final int WAITS = 1;
    private static final int TOO_LATE = 2;
    private static final int LONGEST_TEXT = 256;
    private static final StatusCode NOT_MEANT = new StatusCode(StatusCodes.Bad_InvalidArgument);
    private static final Input<UInteger> OFFER = Input.value("OfferSeq", NodeIds.UInt32, UInteger.class);
    private static final Input<String> REASON = Input.text("Reason", LONGEST_TEXT);

    private final MachineNode machine;
    private final Handovers handovers;

    /** What a method does; its ResultCode. */
    private interface Work {
        int run(List<Object> arguments) throws MisfitException;
    }

    HandoverMethods(MachineNode machine, Handovers handovers) {
        this.machine = machine;
        this.handovers = handovers;
    }

    void addTo(UaObjectNode parent, PlcNodes plc) {
        add(AccessGroup.HANDOVER_PLC, parent, "ReportState", PlcNodes.inputs(), fields -> {
            plc.report(fields, handovers);
            return DONE;
        });
        add(
                AccessGroup.SCAN,
                parent,
                "WithdrawOffer",
                List.of(OFFER, REASON),
                arguments -> withdraw(seq(arguments), text(arguments, 1)));
        add(
                AccessGroup.SCAN,
                parent,
                "ConfirmManual",
                List.of(OFFER, Input.text("OperatorId", LONGEST_TEXT), REASON),
                arguments -> confirm(seq(arguments), text(arguments, 1), text(arguments, 2)));
    }

    private static long seq(List<Object> arguments) {
        return ((UInteger) arguments.get(0)).longValue();
    }

    private static String text(List<Object> arguments, int at) {
        return (String) arguments.get(at);
    }

    /** Never 0 before the PLC has said that it dropped the offer, or no commit of it can ever have been seen. */
    private int withdraw(long seq, String reason) throws MisfitException {
        Optional<MachineHandover> handover = handovers.of(machine.machine().id());
        if (handover.isEmpty()
                || seq == 0
                || SequenceNumber.reaches(seq, handover.get().state().nextSeq())) {
            throw new MisfitException(NOT_MEANT);
        }
        HandoverState before = handover.get().state();
        if (before.seq() != seq) {
            // What became of one before the last that was taken isn't kept: it may have been taken too.
            return SequenceNumber.reaches(before.lastSeq(), seq) ? TOO_LATE : DONE;
        }
        LOG.info("{} offer {} is withdrawn: {}", machine.machine().id(), seq, reason);
        HandoverStep step = handover.get().cancel();
        if (step.refusal().isPresent()) {
            return TOO_LATE;
        }
        return step.state().seq() == seq ? WAITS : DONE;
    }

    private int confirm(long seq, String operator, String reason) throws MisfitException {
        Optional<MachineHandover> handover = handovers.of(machine.machine().id());
        if (handover.isEmpty() || handover.get().state().seq() != seq || operator.isBlank()) {
            throw new MisfitException(NOT_MEANT);
        }
        LOG.info("{} offer {} was taken, says {}: {}", machine.machine().id(), seq, operator, reason);
        return handover.get().confirm().refusal().isPresent() ? WAITS : DONE;
    }

    private void add(AccessGroup group, UaObjectNode parent, String name, List<Input<?>> inputs, Work work) {
        CheckedMethod method =
                new CheckedMethod(inputs, machine.server().getStaticEncodingContext(), (access, arguments) ->
                        new Variant[] {Variant.ofInt32(work.run(arguments))});
        Argument[] out = {new Argument("ResultCode", NodeIds.Int32, ValueRanks.Scalar, null, LocalizedText.NULL_VALUE)};
        machine.maker(group).method(parent, machine.name(TYPES, name), method.declaredInputs(), out, method);
    }
}
