package org.keyway.opcua.security.access;

import java.util.List;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.keyway.job.account.Role;
import org.keyway.opcua.space.MachineSpace;

/** Our own roles beside the well-known ones in the server's RoleSet (OPC 10000-18 4.2). */
final class RoleNodes {
    private static final List<Role> OWN = List.of(Role.MES_CLIENT, Role.MACHINE_CLIENT);

    private RoleNodes() {}

    static void add(MachineSpace space, RoleIds ids) {
        for (Role role : OWN) {
            UaObjectNode node = UaObjectNode.build(
                    space.getNodeContext(),
                    builder -> builder.setNodeId(ids.id(role))
                            .setBrowseName(new QualifiedName(space.getNamespaceIndex(), role.word()))
                            .setDisplayName(LocalizedText.english(role.word()))
                            .setTypeDefinition(NodeIds.RoleType)
                            .build());
            space.getNodeManager().addNode(node);
            node.addReference(new Reference(
                    node.getNodeId(),
                    NodeIds.HasComponent,
                    NodeIds.Server_ServerCapabilities_RoleSet.expanded(),
                    Reference.Direction.INVERSE));
        }
    }
}
