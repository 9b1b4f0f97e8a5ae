package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Problem;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.Events;
import org.keyway.opcua.space.MachineNode;

/** Tells what goes wrong with the hand-over to one machine, as events of {@code KeywayHandoverEventType}. */
final class HandoverAlarm {
    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.opcua.messages", HandoverAlarm.class.getClassLoader());
    private static final int OVER = 100;
    private static final int TROUBLE = 600;

    /** Nothing more is handed over until somebody has looked. */
    private static final int STANDSTILL = 900;

    private final MachineNode machine;

    HandoverAlarm(MachineNode machine) {
        this.machine = machine;
    }

    void fire(HandoverCode code, HandoverState state, Optional<PlcReport> heard) {
        Message message = MESSAGES.message(
                code.code(), HandoverFacts.of(machine.machine().id(), machine.profile(), state.seq(), heard));
        fire(code, state, severity(code), message);
    }

    /** Something to look at began, or is no longer so. */
    void fire(HandoverWatch.Concern concern, HandoverState state, boolean begins) {
        concern.notice().code().ifPresent(code -> {
            String id = machine.machine().id();
            Message over = MESSAGES.message("KW-HAND-035", Map.of("code", code.code(), "machine", id));
            Message message = concern.problem(id)
                    .filter(problem -> begins)
                    .map(Problem::message)
                    .orElse(over);
            fire(code, state, begins ? TROUBLE : OVER, message);
        });
    }

    private void fire(HandoverCode code, HandoverState state, int severity, Message message) {
        machine.events()
                .fire(new Events.Event(
                        machine.id(TYPES, KeywayTypes.HANDOVER_EVENT),
                        machine.root(),
                        List.of(machine.root().getNodeId()),
                        AccessGroup.HANDOVER_GATEWAY,
                        severity,
                        message,
                        Map.of(
                                machine.name(TYPES, "Code"), Variant.ofString(code.code()),
                                machine.name(TYPES, "JobOrderId"), Variant.ofString(state.job()),
                                machine.name(TYPES, "OfferSeq"), Variant.ofUInt32(UInteger.valueOf(state.seq())))));
    }

    private static int severity(HandoverCode code) {
        return switch (code) {
            case FOREIGN_SEQUENCE, PLC_MEMORY_RESET, UNCOMMITTED -> STANDSTILL;
            default -> TROUBLE;
        };
    }
}
