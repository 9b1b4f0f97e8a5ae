package org.keyway.opcua.model.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.AddressSpaceManager;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.StructureType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataTypeDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.EnumField;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureField;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelDefinition;
import org.keyway.opcua.model.ModelField;
import org.keyway.opcua.model.ModelNode;
import org.keyway.opcua.model.NodeBody;

/** Gives data types their DataTypeDefinition (OPC 10000-3 8.48), a structure's with all the fields that it inherits. */
final class TypeDefinitions {
    private static final String BINARY = "Default Binary";

    private final AddressSpaceManager nodes;
    private final ServerIds ids;
    private final Map<NodeId, ModelDefinition> pending = new HashMap<>();

    TypeDefinitions(OpcUaServer server, ServerIds ids) {
        this.nodes = server.getAddressSpaceManager();
        this.ids = ids;
    }

    /** Defines the data types of a model whose nodes are there. */
    void define(Model model) {
        for (ModelNode node : model.nodes()) {
            if (node.body() instanceof NodeBody.OfDataType type
                    && type.definition().kind() != ModelDefinition.Kind.NONE) {
                pending.put(ids.id(node.id()), type.definition());
            }
        }
        List.copyOf(pending.keySet()).forEach(this::define);
    }

    private void define(NodeId id) {
        ModelDefinition definition = pending.remove(id);
        if (definition != null) {
            node(id).ifPresent(node -> node.setDataTypeDefinition(made(id, definition)));
        }
    }

    private Optional<UaDataTypeNode> node(NodeId id) {
        return nodes.getManagedNode(id).filter(UaDataTypeNode.class::isInstance).map(UaDataTypeNode.class::cast);
    }

    private DataTypeDefinition made(NodeId id, ModelDefinition definition) {
        ModelDefinition.Kind kind = definition.kind();
        if (kind == ModelDefinition.Kind.ENUMERATION || kind == ModelDefinition.Kind.OPTION_SET) {
            return new EnumDefinition(
                    definition.fields().stream().map(TypeDefinitions::entry).toArray(EnumField[]::new));
        }
        NodeId base = base(id).orElse(NodeIds.Structure);
        define(base);
        List<StructureField> fields = new ArrayList<>(inherited(base));
        definition.fields().forEach(field -> fields.add(field(field)));
        return new StructureDefinition(
                binaryEncoding(id), base, structureType(kind, fields), fields.toArray(StructureField[]::new));
    }

    private static EnumField entry(ModelField field) {
        return new EnumField(
                field.value(), LocalizedText.english(field.name()), LocalizedText.NULL_VALUE, field.name());
    }

    private StructureField field(ModelField field) {
        return new StructureField(
                field.name(),
                LocalizedText.NULL_VALUE,
                ids.id(field.shape().dataType()),
                field.shape().rank(),
                ServerIds.dimensions(field.shape().dimensions()),
                UInteger.MIN,
                field.optional());
    }

    private Optional<NodeId> base(NodeId id) {
        return first(id, NodeIds.HasSubtype, Reference.Direction.INVERSE);
    }

    private Optional<NodeId> first(NodeId id, NodeId type, Reference.Direction direction) {
        return nodes
                .getManagedReferences(
                        id, each -> each.getReferenceTypeId().equals(type) && each.getDirection() == direction)
                .stream()
                .flatMap(each -> nodes.getManagedNode(each.getTargetNodeId()).stream())
                .map(node -> node.getNodeId())
                .findFirst();
    }

    private List<StructureField> inherited(NodeId base) {
        return node(base)
                .map(UaDataTypeNode::getDataTypeDefinition)
                .filter(StructureDefinition.class::isInstance)
                .map(definition -> ((StructureDefinition) definition).getFields())
                .map(Arrays::asList)
                .orElse(List.of());
    }

    private NodeId binaryEncoding(NodeId id) {
        return nodes
                .getManagedReferences(
                        id,
                        each -> each.isForward() && each.getReferenceTypeId().equals(NodeIds.HasEncoding))
                .stream()
                .flatMap(each -> nodes.getManagedNode(each.getTargetNodeId()).stream())
                .filter(node -> BINARY.equals(node.getBrowseName().name()))
                .map(node -> node.getNodeId())
                .findFirst()
                .orElse(NodeId.NULL_VALUE);
    }

    private static StructureType structureType(ModelDefinition.Kind kind, List<StructureField> fields) {
        if (kind == ModelDefinition.Kind.UNION) {
            return StructureType.Union;
        }
        if (kind == ModelDefinition.Kind.STRUCTURE_WITH_SUBTYPES) {
            return StructureType.StructureWithSubtypedValues;
        }
        boolean optional = fields.stream().anyMatch(field -> Boolean.TRUE.equals(field.getIsOptional()));
        return optional ? StructureType.StructureWithOptionalFields : StructureType.Structure;
    }
}
