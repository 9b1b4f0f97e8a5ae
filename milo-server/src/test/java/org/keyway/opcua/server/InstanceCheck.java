package org.keyway.opcua.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;

/**
 * Holds instances to their types as a client sees both: what a type says is mandatory is there, every node is of the class,
 * type, data type and rank that was declared, what stands in the place of a placeholder is of its type, and every method is
 * declared, has its arguments, and does something (OPC 10000-3 6.3 and 6.4).
 */
public final class InstanceCheck {
    private static final Set<NodeId> PLACEHOLDERS =
            Set.of(NodeIds.ModellingRule_OptionalPlaceholder, NodeIds.ModellingRule_MandatoryPlaceholder);

    private final OpcUaClient client;
    private final Map<NodeId, List<ReferenceDescription>> browsed = new HashMap<>();
    private final Set<NodeId> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private InstanceCheck(OpcUaClient client) {
        this.client = client;
    }

    /** What is wrong with an instance and all that is below it. */
    public static List<String> faults(OpcUaClient client, NodeId root) throws UaException {
        InstanceCheck check = new InstanceCheck(client);
        check.instance(root);
        return check.faults;
    }

    /** The type that a node says it is of. */
    public static Optional<NodeId> type(OpcUaClient client, NodeId node) throws UaException {
        return new InstanceCheck(client).one(node, NodeIds.HasTypeDefinition, true);
    }

    private List<ReferenceDescription> browse(NodeId node) throws UaException {
        List<ReferenceDescription> known = browsed.get(node);
        if (known == null) {
            BrowseDescription description = new BrowseDescription(
                    node,
                    BrowseDirection.Both,
                    NodeIds.References,
                    true,
                    UInteger.MIN,
                    UInteger.valueOf(BrowseResultMask.All.getValue()));
            known = List.of(client.browse(description).getReferences());
            browsed.put(node, known);
        }
        return known;
    }

    private NodeId local(ReferenceDescription reference) throws UaException {
        return reference.getNodeId().toNodeIdOrThrow(client.getNamespaceTable());
    }

    private boolean isChild(ReferenceDescription reference) {
        return reference.getIsForward()
                && Set.of(NodeIds.HasComponent, NodeIds.HasProperty, NodeIds.HasAddIn)
                        .contains(reference.getReferenceTypeId());
    }

    private Optional<NodeId> one(NodeId node, NodeId type, boolean forward) throws UaException {
        for (ReferenceDescription each : browse(node)) {
            if (each.getReferenceTypeId().equals(type) && each.getIsForward() == forward) {
                return Optional.of(local(each));
            }
        }
        return Optional.empty();
    }

    private void instance(NodeId node) throws UaException {
        if (!seen.add(node)) {
            return;
        }
        Optional<NodeId> type = one(node, NodeIds.HasTypeDefinition, true);
        if (type.isPresent()) {
            fits(node, type.get());
        } else {
            faults.add(node.toParseableString() + " is of no type");
        }
        for (ReferenceDescription each : browse(node)) {
            if (isChild(each)) {
                if (each.getNodeClass() == NodeClass.Method) {
                    method(node, local(each));
                } else {
                    instance(local(each));
                }
            }
        }
    }

    /** Checks against a type and its supertypes and interfaces. */
    private void fits(NodeId node, NodeId type) throws UaException {
        declared(node, type);
        for (NodeId above : above(type)) {
            fits(node, above);
        }
    }

    private List<NodeId> above(NodeId type) throws UaException {
        List<NodeId> above = new ArrayList<>();
        for (ReferenceDescription each : browse(type)) {
            boolean supertype = each.getReferenceTypeId().equals(NodeIds.HasSubtype) && !each.getIsForward();
            boolean face = each.getReferenceTypeId().equals(NodeIds.HasInterface) && each.getIsForward();
            if (supertype || face) {
                above.add(local(each));
            }
        }
        return above;
    }

    /** Checks against the declarations below a type, or below a declaration. */
    private void declared(NodeId node, NodeId declaring) throws UaException {
        List<NodeId> placeholders = new ArrayList<>();
        Set<QualifiedName> names = new HashSet<>();
        for (ReferenceDescription declaration : browse(declaring)) {
            Optional<NodeId> rule =
                    isChild(declaration) ? one(local(declaration), NodeIds.HasModellingRule, true) : Optional.empty();
            if (rule.isPresent()) {
                names.add(declaration.getBrowseName());
                if (PLACEHOLDERS.contains(rule.get())) {
                    placeholders.add(local(declaration));
                } else {
                    declared(node, declaration, rule.get().equals(NodeIds.ModellingRule_Mandatory));
                }
            }
        }
        if (!placeholders.isEmpty()) {
            takesPlaces(node, placeholders, names);
        }
    }

    private void declared(NodeId node, ReferenceDescription declaration, boolean mandatory) throws UaException {
        NodeId id = local(declaration);
        Optional<NodeId> child = child(node, declaration.getBrowseName());
        if (child.isPresent()) {
            sameShape(child.get(), id);
            declared(child.get(), id);
        } else if (mandatory) {
            faults.add(node.toParseableString() + " lacks "
                    + declaration.getBrowseName().toParseableString());
        }
    }

    /** Whatever else is below a node stands in the place of one of these. */
    private void takesPlaces(NodeId node, List<NodeId> placeholders, Set<QualifiedName> names) throws UaException {
        for (ReferenceDescription each : browse(node)) {
            if (isChild(each) && !names.contains(each.getBrowseName())) {
                boolean meant = false;
                boolean fits = false;
                for (NodeId placeholder : placeholders) {
                    meant |= each.getNodeClass().getValue() == (int) attribute(placeholder, AttributeId.NodeClass);
                    fits |= isOfType(local(each), one(placeholder, NodeIds.HasTypeDefinition, true));
                }
                if (meant && !fits) {
                    faults.add(local(each).toParseableString() + " is of the type of no placeholder");
                }
            }
        }
    }

    private boolean isOfType(NodeId node, Optional<NodeId> declared) throws UaException {
        Optional<NodeId> type = one(node, NodeIds.HasTypeDefinition, true);
        return declared.isEmpty() || (type.isPresent() && isOrBelow(type.get(), declared.get()));
    }

    private Optional<NodeId> child(NodeId node, QualifiedName name) throws UaException {
        for (ReferenceDescription each : browse(node)) {
            if (isChild(each) && each.getBrowseName().equals(name)) {
                return Optional.of(local(each));
            }
        }
        return Optional.empty();
    }

    private void sameShape(NodeId node, NodeId declaration) throws UaException {
        Object nodeClass = attribute(node, AttributeId.NodeClass);
        if (!nodeClass.equals(attribute(declaration, AttributeId.NodeClass))) {
            faults.add(node.toParseableString() + " is of another class");
            return;
        }
        if (!isOfType(node, one(declaration, NodeIds.HasTypeDefinition, true))) {
            faults.add(node.toParseableString() + " is of another type than was declared");
        }
        if (nodeClass.equals(NodeClass.Variable.getValue())) {
            sameValues(node, declaration);
        }
    }

    private void sameValues(NodeId node, NodeId declaration) throws UaException {
        NodeId declared = (NodeId) attribute(declaration, AttributeId.DataType);
        NodeId type = (NodeId) attribute(node, AttributeId.DataType);
        if (!isOrBelow(type, declared)) {
            faults.add(node.toParseableString() + " has the data type " + type.toParseableString() + ", not "
                    + declared.toParseableString());
        }
        int rank = (int) attribute(declaration, AttributeId.ValueRank);
        if (rank >= -1 && !attribute(node, AttributeId.ValueRank).equals(rank)) {
            faults.add(node.toParseableString() + " has another ValueRank than " + rank);
        }
        if (declared.equals(NodeIds.Argument) && !arguments(node).equals(arguments(declaration))) {
            faults.add(node.toParseableString() + " says " + arguments(node) + ", not " + arguments(declaration));
        }
    }

    /** What a client has to give or gets: names, types and ranks, in their order. */
    private List<String> arguments(NodeId node) throws UaException {
        List<String> arguments = new ArrayList<>();
        for (ExtensionObject each : (ExtensionObject[]) attribute(node, AttributeId.Value)) {
            Argument argument = (Argument) each.decode(client.getStaticEncodingContext());
            arguments.add("%s %s %d %d"
                    .formatted(
                            argument.getName(),
                            argument.getDataType().toParseableString(),
                            argument.getValueRank(),
                            longest(argument)));
        }
        return arguments;
    }

    /** How many elements fit; 0 for any number, which can be written in three ways. */
    private static long longest(Argument argument) {
        UInteger[] dimensions = argument.getArrayDimensions();
        return dimensions == null || dimensions.length == 0 ? 0 : dimensions[0].longValue();
    }

    private boolean isOrBelow(NodeId type, NodeId above) throws UaException {
        Optional<NodeId> each = Optional.of(type);
        while (each.isPresent() && !each.get().equals(above)) {
            each = one(each.get(), NodeIds.HasSubtype, false);
        }
        return each.isPresent() || above.equals(NodeIds.BaseDataType);
    }

    private Object attribute(NodeId node, AttributeId attribute) throws UaException {
        ReadValueId read = new ReadValueId(node, attribute.uid(), null, QualifiedName.NULL_VALUE);
        Object value = client.read(0, TimestampsToReturn.Neither, List.of(read))
                .getResults()[0]
                .value()
                .value();
        return value == null ? "" : value;
    }

    private void method(NodeId object, NodeId method) throws UaException {
        Optional<NodeId> type = one(object, NodeIds.HasTypeDefinition, true);
        QualifiedName name = (QualifiedName) attribute(method, AttributeId.BrowseName);
        if (type.isEmpty() || !declares(type.get(), name)) {
            faults.add(method.toParseableString() + " is declared by no type");
        }
        long status = client.call(List.of(new CallMethodRequest(object, method, new Variant[0])))
                .getResults()[0]
                .getStatusCode()
                .getValue();
        if (status == StatusCodes.Bad_NotImplemented || status == StatusCodes.Bad_NotExecutable) {
            faults.add(method.toParseableString() + " does nothing");
        }
    }

    private boolean declares(NodeId type, QualifiedName name) throws UaException {
        boolean found = child(type, name).isPresent();
        for (NodeId above : above(type)) {
            found = found || declares(above, name);
        }
        return found;
    }
}
