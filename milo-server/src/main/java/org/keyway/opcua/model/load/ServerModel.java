package org.keyway.opcua.model.load;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.util.Namespaces;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.model.LocalNamespaces;
import org.keyway.opcua.model.ModelArgument;
import org.keyway.opcua.model.ModelName;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.ModelReference;
import org.keyway.opcua.model.ModelValue;
import org.keyway.opcua.model.NodeBody;
import org.keyway.opcua.model.Shape;

/**
 * Instances in a server as the nodes of a model. Of values only those of properties are taken, which describe; the others
 * are of a moment.
 */
public final class ServerModel {
    private final OpcUaServer server;
    private final NamespaceTable table;

    /** Of one server. */
    public ServerModel(OpcUaServer server) {
        this.server = server;
        this.table = server.getNamespaceTable();
    }

    /** The nodes in the order of their ids; objects, variables and methods alone. */
    public List<ModelNode> nodes(List<UaNode> nodes) {
        return nodes.stream()
                .sorted(Comparator.comparing(node -> node.getNodeId().toParseableString()))
                .flatMap(node -> body(node).map(body -> node(node, body)).stream())
                .toList();
    }

    private ModelNode node(UaNode node, NodeBody body) {
        ModelName name = name(node.getBrowseName());
        String display = node.getDisplayName().text();
        return new ModelNode(
                id(node.getNodeId()), name, display == null ? name.name() : display, body, references(node));
    }

    private List<ModelReference> references(UaNode node) {
        List<ModelReference> references = new ArrayList<>();
        for (Reference each : new ArrayList<>(new HashSet<>(node.getReferences()))) {
            each.getTargetNodeId()
                    .absolute(table)
                    .ifPresent(target -> references.add(
                            new ModelReference(id(each.getReferenceTypeId()), each.isForward(), absolute(target))));
        }
        references.sort(Comparator.comparing(ServerModel::order));
        return references;
    }

    private static String order(ModelReference reference) {
        return reference.forward()
                + reference.type().toParseableString()
                + reference.target().toParseableString();
    }

    private Optional<NodeBody> body(UaNode node) {
        if (node instanceof UaObjectNode object) {
            return Optional.of(new NodeBody.OfObject(object.getEventNotifier().intValue()));
        }
        if (node instanceof UaMethodNode method) {
            return Optional.of(new NodeBody.OfMethod(Boolean.TRUE.equals(method.isExecutable())));
        }
        return node instanceof UaVariableNode variable ? Optional.of(variable(variable)) : Optional.empty();
    }

    private NodeBody variable(UaVariableNode node) {
        boolean describes = node.getReferences().stream()
                .anyMatch(each -> each.isForward()
                        && each.getReferenceTypeId().equals(NodeIds.HasTypeDefinition)
                        && each.getTargetNodeId().equalTo(NodeIds.PropertyType));
        Double interval = node.getMinimumSamplingInterval();
        return new NodeBody.OfVariable(
                shape(node.getDataType(), node.getValueRank(), node.getArrayDimensions()),
                node.getAccessLevel().longValue(),
                interval == null ? 0 : interval,
                describes ? value(node) : ModelValue.NONE);
    }

    private Shape shape(NodeId dataType, @Nullable Integer rank, UInteger @Nullable [] dimensions) {
        List<Long> lengths = dimensions == null
                ? List.of()
                : Arrays.stream(dimensions).map(UInteger::longValue).toList();
        return new Shape(id(dataType), rank == null ? Shape.SCALAR : rank, lengths);
    }

    private ModelValue value(UaVariableNode node) {
        Object value = node.getValue().value().value();
        if (value == null) {
            return ModelValue.NONE;
        }
        boolean list = value.getClass().isArray();
        List<@Nullable Object> elements = list
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> Array.get(value, i))
                        .toList()
                : List.of(value);
        List<Object> known = elements.stream()
                .flatMap(element -> Optional.ofNullable(element).flatMap(this::element).stream())
                .toList();
        if (known.isEmpty() || known.size() < elements.size()) {
            return ModelValue.NONE;
        }
        return new ModelValue(type(known.get(0)), list, known);
    }

    private Optional<Object> element(Object element) {
        if (element instanceof ExtensionObject encoded) {
            return Optional.of(encoded.decode(server.getStaticEncodingContext()))
                    .flatMap(this::element);
        }
        if (element instanceof Argument argument) {
            return Optional.of(new ModelArgument(
                    String.valueOf(argument.getName()),
                    shape(argument.getDataType(), argument.getValueRank(), argument.getArrayDimensions())));
        }
        if (element instanceof QualifiedName name) {
            return Optional.of(name(name));
        }
        if (element instanceof NodeId id) {
            return Optional.of(id(id));
        }
        if (element instanceof LocalizedText text) {
            return Optional.of(text(text));
        }
        if (element instanceof EUInformation unit) {
            return Optional.of(new EUInformation(
                    unit.getNamespaceUri(),
                    unit.getUnitId(),
                    text(unit.getDisplayName()),
                    text(unit.getDescription())));
        }
        return Optional.of(element)
                .filter(each -> each instanceof Range || builtin(each).isPresent());
    }

    private static Optional<OpcUaDataType> builtin(Object value) {
        return Arrays.stream(OpcUaDataType.values())
                .filter(type -> type.getBackingClass() == value.getClass())
                .findFirst();
    }

    private static String type(Object element) {
        if (element instanceof ModelArgument) {
            return "Argument";
        }
        if (element instanceof ModelName) {
            return "QualifiedName";
        }
        if (element instanceof ExpandedNodeId) {
            return "NodeId";
        }
        return builtin(element)
                .map(OpcUaDataType::name)
                .orElse(element.getClass().getSimpleName());
    }

    /** As models have it: English is a text without a locale. */
    private static LocalizedText text(LocalizedText text) {
        if (text.text() == null || text.text().isEmpty()) {
            return LocalizedText.NULL_VALUE;
        }
        boolean english = text.locale() == null
                || text.locale().isEmpty()
                || text.locale().equals("en");
        return new LocalizedText(english ? null : text.locale(), text.text());
    }

    private ModelName name(QualifiedName name) {
        return new ModelName(String.valueOf(table.get(name.namespaceIndex())), String.valueOf(name.name()));
    }

    private ExpandedNodeId id(NodeId id) {
        return LocalNamespaces.of(String.valueOf(table.get(id.getNamespaceIndex())), id.getIdentifier());
    }

    private static ExpandedNodeId absolute(ExpandedNodeId id) {
        String uri = id.getNamespaceUri();
        return LocalNamespaces.of(uri == null ? Namespaces.OPC_UA : uri, id.identifier());
    }
}
