package org.keyway.opcua.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.keyway.job.link.LinkException;
import org.keyway.opcua.link.DeviceSession.DeviceNode;
import org.keyway.opcua.value.DeviceType;

/** Finds out of nodes, before anything is written, whether they are there, what they hold, and whether we may write. */
final class NodeDiscovery {
    private static final List<AttributeId> ASKED = List.of(
            AttributeId.DataType, AttributeId.ValueRank, AttributeId.UserAccessLevel, AttributeId.ArrayDimensions);

    private final DeviceSession session;

    NodeDiscovery(DeviceSession session) {
        this.session = session;
    }

    /**
     * The nodes of these addresses, all writable and of types that we know, scalars or arrays of one dimension. Asked once in a session.
     *
     * @throws LinkException {@code INCOMPATIBLE} for the first that isn't
     */
    List<DeviceNode> writable(List<NodeAddress> addresses) throws LinkException {
        List<NodeAddress> unknown = addresses.stream()
                .filter(address -> !session.nodes().containsKey(address))
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            discover(unknown);
        }
        List<DeviceNode> nodes = new ArrayList<>(addresses.size());
        for (NodeAddress address : addresses) {
            Optional.ofNullable(session.nodes().get(address)).ifPresent(nodes::add);
        }
        return nodes;
    }

    private void discover(List<NodeAddress> addresses) throws LinkException {
        List<NodeId> ids = new ArrayList<>();
        List<ReadValueId> questions = new ArrayList<>();
        for (NodeAddress address : addresses) {
            NodeId id = session.require(address);
            ids.add(id);
            ASKED.forEach(attribute -> questions.add(DeviceSession.readValueId(id, attribute)));
        }
        List<DataValue> answers = session.readAttributes(questions);
        for (int i = 0; i < addresses.size(); i++) {
            List<DataValue> own = answers.subList(i * ASKED.size(), (i + 1) * ASKED.size());
            session.nodes().put(addresses.get(i), judge(addresses.get(i), ids.get(i), own));
        }
    }

    private DeviceNode judge(NodeAddress address, NodeId id, List<DataValue> answers) throws LinkException {
        Object dataType = answers.get(0).value().value();
        if (!answers.get(0).statusCode().isGood() || !(dataType instanceof NodeId type)) {
            String status = StatusText.of(answers.get(0).statusCode());
            throw LinkCode.NODE_MISSING.exception(Map.of("node", address.text(), "status", status));
        }
        Object access = answers.get(2).value().value();
        if (!(access instanceof UByte level) || !AccessLevel.fromValue(level).contains(AccessLevel.CurrentWrite)) {
            throw LinkCode.READ_ONLY.exception(Map.of("node", address.text()));
        }
        if (answers.get(1).value().value() instanceof Integer rank) {
            DeviceNode node = new DeviceNode(id, known(address, type), rank, longest(answers.get(3)));
            if (node.takesScalar() || node.takesArray()) {
                return node;
            }
        }
        throw LinkCode.TYPE_UNSUPPORTED.exception(Map.of("node", address.text(), "found", "array"));
    }

    private static long longest(DataValue dimensions) {
        return dimensions.statusCode().isGood()
                        && dimensions.value().value() instanceof UInteger[] lengths
                        && lengths.length == 1
                ? lengths[0].longValue()
                : 0;
    }

    private DeviceType known(NodeAddress address, NodeId type) throws LinkException {
        return builtin(type)
                .flatMap(DeviceType::of)
                .orElseThrow(() -> LinkCode.TYPE_UNSUPPORTED.exception(
                        Map.of("node", address.text(), "found", type.toParseableString())));
    }

    /** Subtypes, such as an enumeration or a Duration, are looked up in the device's own tree of types. */
    private Optional<OpcUaDataType> builtin(NodeId type) {
        if (OpcUaDataType.isBuiltin(type)) {
            return Optional.of(OpcUaDataType.fromNodeId(type));
        }
        try {
            return Optional.of(session.client().getDataTypeTree().getBuiltinType(type));
        } catch (UaException e) {
            return Optional.empty();
        }
    }
}
