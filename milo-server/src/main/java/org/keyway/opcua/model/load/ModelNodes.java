package org.keyway.opcua.model.load;

import java.lang.reflect.Array;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.UaNodeManager;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaReferenceTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaViewNode;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.AccessLevelExType;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.Shape;

/** Makes the nodes of a model in its namespace, with references in both directions, each once. */
final class ModelNodes {
    private static final UInteger NO_MASK = UInteger.MIN;
    private static final UByte READABLE = AccessLevel.toValue(AccessLevel.READ_ONLY);
    private static final int LOWEST_BYTE = 0xFF;

    private final UaNodeContext context;
    private final ServerIds ids;
    private final Set<Reference> made = new HashSet<>();

    ModelNodes(UaNodeContext context, ServerIds ids) {
        this.context = context;
        this.ids = ids;
    }

    void add(List<ModelNode> nodes) {
        nodes.forEach(node -> context.getNodeManager().addNode(node(node)));
        nodes.forEach(this::refer);
    }

    private void refer(ModelNode node) {
        NodeId source = ids.id(node.id());
        NamespaceTable table = context.getServer().getNamespaceTable();
        UaNodeManager manager = (UaNodeManager) context.getNodeManager();
        for (ModelReference each : node.references()) {
            Reference reference = ids.reference(source, each);
            // Models often state a reference at both of its ends, and Milo would keep both.
            if (made.add(reference)) {
                manager.addReference(reference);
                reference.invert(table).filter(made::add).ifPresent(manager::addReference);
            }
        }
    }

    private UaNode node(ModelNode node) {
        NodeId id = ids.id(node.id());
        QualifiedName name = ids.name(node.browseName());
        LocalizedText display = text(node.displayName());
        LocalizedText none = LocalizedText.NULL_VALUE;
        NodeBody body = node.body();
        if (body instanceof NodeBody.OfObject object) {
            UByte notifier = UByte.valueOf(object.eventNotifier());
            return new UaObjectNode(context, id, name, display, none, NO_MASK, NO_MASK, notifier);
        }
        if (body instanceof NodeBody.OfVariable variable) {
            return variable(variable, id, name, display);
        }
        if (body instanceof NodeBody.OfMethod method) {
            boolean executable = method.executable();
            // a declaration has nothing behind it, so nobody can call it
            return new UaMethodNode(context, id, name, display, none, NO_MASK, NO_MASK, executable, false);
        }
        if (body instanceof NodeBody.OfView view) {
            UByte notifier = UByte.valueOf(view.eventNotifier());
            return new UaViewNode(context, id, name, display, none, NO_MASK, NO_MASK, view.containsNoLoops(), notifier);
        }
        return type(body, id, name, display);
    }

    private UaNode type(NodeBody body, NodeId id, QualifiedName name, LocalizedText display) {
        LocalizedText none = LocalizedText.NULL_VALUE;
        if (body instanceof NodeBody.OfObjectType type) {
            return new UaObjectTypeNode(context, id, name, display, none, NO_MASK, NO_MASK, type.isAbstract());
        }
        if (body instanceof NodeBody.OfVariableType type) {
            Shape shape = type.shape();
            return new UaVariableTypeNode(
                    context,
                    id,
                    name,
                    display,
                    none,
                    NO_MASK,
                    NO_MASK,
                    value(type.value()),
                    ids.id(shape.dataType()),
                    shape.rank(),
                    ServerIds.dimensions(shape.dimensions()),
                    type.isAbstract());
        }
        if (body instanceof NodeBody.OfReferenceType type) {
            LocalizedText inverse = type.inverseName().isEmpty() ? none : text(type.inverseName());
            return new UaReferenceTypeNode(
                    context, id, name, display, none, NO_MASK, NO_MASK, type.isAbstract(), type.symmetric(), inverse);
        }
        boolean isAbstract = body instanceof NodeBody.OfDataType type && type.isAbstract();
        return new UaDataTypeNode(context, id, name, display, none, NO_MASK, NO_MASK, isAbstract);
    }

    private UaVariableNode variable(
            NodeBody.OfVariable variable, NodeId id, QualifiedName name, LocalizedText display) {
        Shape shape = variable.shape();
        UByte access = UByte.valueOf(variable.accessLevel() & LOWEST_BYTE);
        return new UaVariableNode(
                context,
                id,
                name,
                display,
                LocalizedText.NULL_VALUE,
                NO_MASK,
                NO_MASK,
                null,
                null,
                null,
                value(variable.value()),
                ids.id(shape.dataType()),
                shape.rank(),
                ServerIds.dimensions(shape.dimensions()),
                access,
                READABLE,
                variable.minimumSamplingInterval(),
                false,
                new AccessLevelExType(UInteger.valueOf(variable.accessLevel())));
    }

    private DataValue value(ModelValue value) {
        return new DataValue(variant(value), StatusCode.GOOD);
    }

    private Variant variant(ModelValue value) {
        List<Object> elements = value.elements().stream().map(ids::element).toList();
        if (!value.list()) {
            return elements.isEmpty() ? Variant.NULL_VALUE : Variant.of(elements.get(0));
        }
        if (elements.isEmpty()) {
            return Variant.NULL_VALUE;
        }
        Object array = Array.newInstance(elements.get(0).getClass(), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return Variant.of(array);
    }

    private static LocalizedText text(String text) {
        return LocalizedText.english(text);
    }
}
