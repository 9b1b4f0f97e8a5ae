package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.server.AddressSpace.WriteContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;

/**
 * Writes to one machine, all or none, under its lock: when one is refused, what the others changed is put back before anybody
 * sees it, and they answer {@code Bad_InvalidState}. OPC 10000-4 5.11.4.1 leaves a server free to do so.
 */
final class AtomicWrite {
    private static final StatusCode NOT_DONE = new StatusCode(StatusCodes.Bad_InvalidState);
    private static final StatusCode NO_PARTS = new StatusCode(StatusCodes.Bad_WriteNotSupported);

    private final Function<NodeId, @Nullable UaNode> nodes;
    private final BiFunction<WriteContext, List<WriteValue>, List<StatusCode>> writer;
    private final Map<UaVariableNode, DataValue> before = new LinkedHashMap<>();

    AtomicWrite(
            Function<NodeId, @Nullable UaNode> nodes,
            BiFunction<WriteContext, List<WriteValue>, List<StatusCode>> writer) {
        this.nodes = nodes;
        this.writer = writer;
    }

    /** Writes them; the answer for each, in their order. Arrays are written whole (OPC 10000-4 5.11.4.2). */
    List<StatusCode> write(WriteContext context, List<WriteValue> values) {
        if (values.stream().anyMatch(AtomicWrite::isPart)) {
            return values.stream()
                    .map(value -> isPart(value) ? NO_PARTS : NOT_DONE)
                    .toList();
        }
        for (WriteValue value : values) {
            if (AttributeId.Value.uid().equals(value.getAttributeId())
                    && nodes.apply(value.getNodeId()) instanceof UaVariableNode variable) {
                before.putIfAbsent(variable, variable.getValue());
            }
        }
        List<StatusCode> answers = writer.apply(context, values);
        if (answers.stream().allMatch(StatusCode::isGood)) {
            return answers;
        }
        before.forEach(UaVariableNode::setValue);
        before.clear();
        List<StatusCode> refused = new ArrayList<>(answers.size());
        answers.forEach(answer -> refused.add(answer.isGood() ? NOT_DONE : answer));
        return refused;
    }

    private static boolean isPart(WriteValue value) {
        String range = value.getIndexRange();
        return range != null && !range.isEmpty();
    }

    /** What was written, with the values from before. */
    Map<NodeId, DataValue> replaced() {
        Map<NodeId, DataValue> replaced = new LinkedHashMap<>();
        before.forEach((node, value) -> replaced.put(node.getNodeId(), value));
        return replaced;
    }
}
