package org.keyway.opcua.security.access;

import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.job.account.Role;
import org.keyway.opcua.space.MachineSpace;

/**
 * The server's RoleSet (OPC 10000-18 4.2) with the roles that we have, well-known ones and two of our own. The stack takes the
 * set away, since it manages none; it is here to be read, and is changed by our commands alone.
 */
final class RoleNodes {
    private RoleNodes() {}

    static void add(MachineSpace space, UaNodeContext standard, RoleIds ids) {
        object(
                standard,
                NodeIds.Server_ServerCapabilities_RoleSet,
                new QualifiedName(0, "RoleSet"),
                NodeIds.RoleSetType,
                NodeIds.Server_ServerCapabilities);
        for (Role role : Role.values()) {
            NodeId id = ids.id(role);
            boolean wellKnown = id.getNamespaceIndex().intValue() == 0;
            object(
                    wellKnown ? standard : space.getNodeContext(),
                    id,
                    new QualifiedName(id.getNamespaceIndex(), role.word()),
                    NodeIds.RoleType,
                    NodeIds.Server_ServerCapabilities_RoleSet);
            identities(space, id, role);
        }
    }

    /** Mandatory (OPC 10000-18 4.4.1), and without a value: roles are held by accounts, of which nobody is told here. */
    private static void identities(MachineSpace space, NodeId of, Role role) {
        UaNodeContext context = space.getNodeContext();
        NodeId id = new NodeId(space.namespaceIndex(), "Roles/" + role.word() + "/Identities");
        UaVariableNode node = UaVariableNode.build(
                context,
                builder -> builder.setNodeId(id)
                        .setBrowseName(new QualifiedName(0, "Identities"))
                        .setDisplayName(LocalizedText.english("Identities"))
                        .setDataType(NodeIds.IdentityMappingRuleType)
                        .setValueRank(ValueRanks.OneDimension)
                        .setArrayDimensions(new UInteger[] {UInteger.MIN})
                        .setValue(new DataValue(Variant.NULL_VALUE))
                        .setTypeDefinition(NodeIds.PropertyType)
                        .build());
        context.getNodeManager().addNode(node);
        node.addReference(new Reference(id, NodeIds.HasProperty, of.expanded(), Reference.Direction.INVERSE));
    }

    private static void object(UaNodeContext context, NodeId id, QualifiedName name, NodeId type, NodeId parent) {
        if (context.getNodeManager().containsNode(id)) {
            return;
        }
        UaObjectNode node = UaObjectNode.build(
                context,
                builder -> builder.setNodeId(id)
                        .setBrowseName(name)
                        .setDisplayName(LocalizedText.english(name.name()))
                        .setTypeDefinition(type)
                        .build());
        context.getNodeManager().addNode(node);
        node.addReference(new Reference(id, NodeIds.HasComponent, parent.expanded(), Reference.Direction.INVERSE));
    }
}
