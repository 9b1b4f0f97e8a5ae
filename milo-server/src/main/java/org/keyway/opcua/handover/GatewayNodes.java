package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.MachineNode.Publication;
import org.keyway.opcua.space.NodeMaker;

/** The nodes that the PLC reads. They change all at once, under the machine's lock. */
final class GatewayNodes implements HandoverBoard {
    private static final int PROTOCOL = 1;
    private static final int DOUBLES = 1;
    private static final int FLOATS = 2;

    private final MachineNode machine;
    private final NodeMaker maker;
    private final UaObjectNode parent;
    private final boolean floats;
    private final HandoverAlarm alarm;
    private final UaVariableNode epoch;
    private final UaVariableNode heartbeat;
    private final UaVariableNode state;
    private final UaVariableNode seqBegin;
    private final UaVariableNode seqEnd;
    private final List<UaVariableNode> numbers;
    private final List<UaVariableNode> texts;
    private final UaVariableNode count;
    private final UaVariableNode paramNo;
    private final UaVariableNode paramValue;
    private final UaVariableNode paramValueF;
    private final UaVariableNode crc;
    private final UaVariableNode commitStageNo;
    private final UaVariableNode commitSeq;
    private final UaVariableNode withdrawSeq;
    private final UaVariableNode ttl;

    GatewayNodes(MachineNode machine, UaObjectNode parent, boolean floats) {
        this.machine = machine;
        this.maker = machine.maker(AccessGroup.HANDOVER_GATEWAY);
        this.parent = parent;
        this.floats = floats;
        this.alarm = new HandoverAlarm(machine);
        variable("ProtocolVersion", NodeIds.UInt16, UShort.valueOf(PROTOCOL));
        variable("ValueEncoding", NodeIds.UInt16, UShort.valueOf(floats ? FLOATS : DOUBLES));
        epoch = number("GatewayEpoch");
        heartbeat = number("GatewayHeartbeat");
        state = variable("OfferState", NodeIds.Int32, 0);
        seqBegin = number("OfferSeqBegin");
        numbers = List.of(number("RunsPlanned"), number("RecipeRevision"), number("ProgramNo"));
        texts = List.of(
                text("JobOrderId"), text("ProductId"), text("SerialNumber"), text("RecipeId"), text("ProgramName"));
        count = variable("ParamCount", NodeIds.UInt16, UShort.MIN);
        paramNo = array("ParamNo", NodeIds.UInt16, ParameterArrays.numbers(List.of()));
        paramValue = array("ParamValue", NodeIds.Double, ParameterArrays.doubles(List.of()));
        paramValueF = array("ParamValueF", NodeIds.Float, ParameterArrays.floats(List.of()));
        crc = number("OfferCrc");
        commitStageNo = number("CommitStageNo");
        commitSeq = number("CommitSeq");
        withdrawSeq = number("WithdrawSeq");
        ttl = number("OfferTtlMs");
        seqEnd = number("OfferSeqEnd");
        keep();
    }

    /** What is on record before it is published stands here again after a restart. */
    private void keep() {
        Stream.of(
                        List.of(state, seqBegin, seqEnd, count, paramNo, paramValue, paramValueF, crc),
                        numbers,
                        texts,
                        List.of(commitStageNo, commitSeq, withdrawSeq))
                .flatMap(List::stream)
                .forEach(maker::nonVolatile);
    }

    private UaVariableNode variable(String name, NodeId type, Object value) {
        return maker.variable(parent, machine.name(TYPES, name), type, value);
    }

    private UaVariableNode number(String name) {
        return variable(name, NodeIds.UInt32, UInteger.MIN);
    }

    private UaVariableNode text(String name) {
        return variable(name, NodeIds.String, "");
    }

    private UaVariableNode array(String name, NodeId type, Object value) {
        return maker.array(parent, machine.name(TYPES, name), type, Offer.MOST_PARAMETERS, value);
    }

    @Override
    public void show(GatewayBlock block, long ours) {
        machine.publish(publication -> {
            set(publication, epoch, ours);
            publication.set(state, block.offerState());
            show(publication, block);
            set(publication, commitStageNo, block.commitStageNo());
            set(publication, commitSeq, block.commitSeq());
            set(publication, withdrawSeq, block.withdrawSeq());
            set(publication, ttl, block.ttlMillis());
        });
    }

    /** An offer that is gone leaves no values behind. */
    private void show(Publication publication, GatewayBlock block) {
        List<OfferParameter> parameters = block.offer().map(Offer::parameters).orElse(List.of());
        long seq = block.offer().map(Offer::seq).orElse(0L);
        set(publication, seqBegin, seq);
        List<Long> values = block.offer()
                .map(offer -> List.of(offer.runsPlanned(), offer.recipeRevision(), offer.programNo()))
                .orElse(List.of(0L, 0L, 0L));
        List<String> words = block.offer()
                .map(offer -> List.of(
                        offer.jobOrderId(),
                        offer.productId(),
                        offer.serialNumber(),
                        offer.recipeId(),
                        offer.programName()))
                .orElse(List.of("", "", "", "", ""));
        for (int i = 0; i < numbers.size(); i++) {
            set(publication, numbers.get(i), values.get(i));
        }
        for (int i = 0; i < texts.size(); i++) {
            publication.set(texts.get(i), words.get(i));
        }
        publication.set(count, UShort.valueOf(parameters.size()));
        publication.set(paramNo, ParameterArrays.numbers(parameters));
        publication.set(paramValue, ParameterArrays.doubles(floats ? List.of() : parameters));
        publication.set(paramValueF, ParameterArrays.floats(floats ? parameters : List.of()));
        set(publication, crc, block.offer().map(OfferCrc::of).orElse(0L));
        set(publication, seqEnd, seq);
    }

    private static void set(Publication publication, UaVariableNode node, long value) {
        publication.set(node, UInteger.valueOf(value));
    }

    @Override
    public void beat(long count, long ttlMillis) {
        machine.publish(publication -> {
            set(publication, heartbeat, count);
            set(publication, ttl, ttlMillis);
        });
    }

    @Override
    public void alarm(HandoverCode code, HandoverState before, Optional<PlcReport> heard) {
        alarm.fire(code, before, heard);
    }

    @Override
    public void concern(HandoverWatch.Concern concern, HandoverState state, boolean begins) {
        alarm.fire(concern, state, begins);
    }
}
