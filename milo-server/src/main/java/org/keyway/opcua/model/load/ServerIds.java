package org.keyway.opcua.model.load;

import java.util.List;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelReference;

/** What a model's ids, names and elements of values are in a server with its own indexes. */
final class ServerIds {
    private final NamespaceTable table;

    ServerIds(NamespaceTable table) {
        this.table = table;
    }

    /** @throws IllegalStateException when the server doesn't have the namespace */
    NodeId id(ExpandedNodeId id) {
        return id.toNodeId(table).orElseThrow(() -> new IllegalStateException("no namespace of " + id));
    }

    QualifiedName name(ModelName name) {
        UShort index = table.getIndex(name.namespace());
        if (index == null) {
            throw new IllegalStateException("no namespace of " + name);
        }
        return new QualifiedName(index, name.name());
    }

    Reference reference(NodeId source, ModelReference reference) {
        return new Reference(
                source,
                id(reference.type()),
                id(reference.target()).expanded(),
                reference.forward() ? Reference.Direction.FORWARD : Reference.Direction.INVERSE);
    }

    /** An element of a value. */
    Object element(Object element) {
        if (element instanceof ExpandedNodeId id) {
            return id(id);
        }
        if (element instanceof ModelName name) {
            return name(name);
        }
        if (element instanceof ModelArgument argument) {
            return new Argument(
                    argument.name(),
                    id(argument.shape().dataType()),
                    argument.shape().rank(),
                    dimensions(argument.shape().dimensions()),
                    LocalizedText.NULL_VALUE);
        }
        return element;
    }

    /** Dimensions as an attribute; none are null. */
    static UInteger @Nullable [] dimensions(List<Long> dimensions) {
        return dimensions.isEmpty()
                ? null
                : dimensions.stream().map(UInteger::valueOf).toArray(UInteger[]::new);
    }
}
