package org.keyway.opcua.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.junit.jupiter.api.Test;

/** References take little room, and are the same as the stack's own but for the way back from a type. */
final class InstanceNodesTest {
    private static final NodeId FOLDER = new NodeId(1, "M1/Parameters");
    private static final NodeId FIRST = new NodeId(1, "M1/Parameters/Feed");
    private static final NodeId SECOND = new NodeId(1, "M1/Parameters/Speed");

    private final NamespaceTable namespaces = new NamespaceTable();
    private final InstanceNodes nodes = new InstanceNodes(namespaces);

    private static Reference reference(NodeId from, NodeId type, NodeId to, boolean forward) {
        return new Reference(from, type, to.expanded(), forward);
    }

    @Test
    void parentAndChildrenReferToEachOtherInTheOrderInWhichTheyCame() {
        nodes.link(FOLDER, NodeIds.HasComponent, FIRST);
        nodes.addReferences(reference(SECOND, NodeIds.HasComponent, FOLDER, false), namespaces);
        assertThat(nodes.getReferences(FOLDER))
                .containsExactly(
                        reference(FOLDER, NodeIds.HasComponent, FIRST, true),
                        reference(FOLDER, NodeIds.HasComponent, SECOND, true));
        assertThat(nodes.getReferences(SECOND)).containsExactly(reference(SECOND, NodeIds.HasComponent, FOLDER, false));
    }

    @Test
    void anInstanceKnowsItsTypeAndTheTypeNotItsInstances() {
        Reference type = reference(FIRST, NodeIds.HasTypeDefinition, NodeIds.AnalogUnitRangeType, true);
        nodes.addReferences(type, namespaces);
        assertThat(nodes.getReferences(FIRST)).containsExactly(type);
        assertThat(nodes.getReferences(NodeIds.AnalogUnitRangeType)).isEmpty();
        nodes.removeReferences(type, namespaces);
        assertThat(nodes.getReferences(FIRST)).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsGoneOnBothSidesAndNothingElse() {
        nodes.link(FOLDER, NodeIds.HasComponent, FIRST);
        nodes.link(FOLDER, NodeIds.HasComponent, SECOND);
        nodes.removeReferences(reference(FOLDER, NodeIds.HasComponent, FIRST, true), namespaces);
        nodes.removeReferences(reference(FOLDER, NodeIds.HasProperty, SECOND, true), namespaces);
        assertThat(nodes.getReferences(FIRST)).isEmpty();
        assertThat(nodes.getReferences(FOLDER, Reference.HAS_COMPONENT_PREDICATE))
                .containsExactly(reference(FOLDER, NodeIds.HasComponent, SECOND, true));
    }

    @Test
    void aReferenceToAnotherServerIsADefect() {
        ExpandedNodeId here = FIRST.expanded();
        ExpandedNodeId elsewhere =
                new ExpandedNodeId(ExpandedNodeId.ServerReference.of(1), here.namespace(), here.identifier());
        assertThatThrownBy(() -> nodes.addReference(new Reference(FOLDER, NodeIds.HasComponent, elsewhere, true)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
