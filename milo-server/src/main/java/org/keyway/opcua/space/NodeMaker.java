package org.keyway.opcua.space;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.methods.MethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.AccessLevelExType;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes, each below another. A node's id is the path of names that leads to it, such as {@code
 * CNC01/Handover/OfferSeqBegin}: readable, and the same for ever. Every node is noted with its owner.
 */
public final class NodeMaker {
    private final NodeRegister register;
    private final NodeOwner owner;

    NodeMaker(NodeRegister register, NodeOwner owner) {
        this.register = register;
        this.owner = owner;
    }

    /** An object that is a component of its parent. */
    public UaObjectNode object(UaNode parent, QualifiedName name, NodeId type) {
        return object(parent, name, type, NodeIds.HasComponent);
    }

    /** An object below a parent by any kind of reference, such as {@code HasAddIn}. */
    public UaObjectNode object(UaNode parent, QualifiedName name, NodeId type, NodeId reference) {
        UaObjectNode node = UaObjectNode.build(
                register.context(),
                builder -> builder.setNodeId(register.below(parent, name))
                        .setBrowseName(register.name(name).browse())
                        .setDisplayName(register.name(name).display())
                        .setTypeDefinition(type)
                        .build());
        return register.add(node, parent, reference, owner);
    }

    /** A scalar variable that is a component of its parent. */
    public UaVariableNode variable(UaNode parent, QualifiedName name, NodeId dataType, @Nullable Object value) {
        return variable(parent, name, NodeIds.BaseDataVariableType, dataType, value);
    }

    /** A scalar variable of a type of its own. */
    public UaVariableNode variable(
            UaNode parent, QualifiedName name, NodeId type, NodeId dataType, @Nullable Object value) {
        return add(parent, name, type, dataType, value, NodeIds.HasComponent, ValueRanks.Scalar, null);
    }

    /** A variable with an array of one dimension; {@code length} 0 stands for any. */
    public UaVariableNode array(
            UaNode parent, QualifiedName name, NodeId dataType, int length, @Nullable Object value) {
        return array(parent, name, NodeIds.BaseDataVariableType, dataType, length, value);
    }

    /** The same of a type of its own. */
    public UaVariableNode array(
            UaNode parent, QualifiedName name, NodeId type, NodeId dataType, int length, @Nullable Object value) {
        return add(
                parent,
                name,
                type,
                dataType,
                value,
                NodeIds.HasComponent,
                ValueRanks.OneDimension,
                UInteger.valueOf(length));
    }

    /** A scalar property. */
    public UaVariableNode property(UaNode parent, QualifiedName name, NodeId dataType, @Nullable Object value) {
        return add(parent, name, NodeIds.PropertyType, dataType, value, NodeIds.HasProperty, ValueRanks.Scalar, null);
    }

    /** A property with an array of one dimension and any length. */
    public UaVariableNode arrayProperty(UaNode parent, QualifiedName name, NodeId dataType, Object value) {
        return add(
                parent,
                name,
                NodeIds.PropertyType,
                dataType,
                value,
                NodeIds.HasProperty,
                ValueRanks.OneDimension,
                UInteger.MIN);
    }

    private UaVariableNode add(
            UaNode parent,
            QualifiedName name,
            NodeId type,
            NodeId dataType,
            @Nullable Object value,
            NodeId reference,
            int rank,
            @Nullable UInteger length) {
        UByte access = AccessLevel.toValue(AccessLevel.READ_ONLY);
        UaVariableNode node = UaVariableNode.build(
                register.context(),
                builder -> builder.setNodeId(register.below(parent, name))
                        .setBrowseName(register.name(name).browse())
                        .setDisplayName(register.name(name).display())
                        .setDataType(dataType)
                        .setValueRank(rank)
                        .setArrayDimensions(length == null ? null : new UInteger[] {length})
                        .setAccessLevel(access)
                        .setUserAccessLevel(access)
                        .setAccessLevelEx(new AccessLevelExType(uint(access.longValue() | whole(rank))))
                        .setValue(new DataValue(Variant.of(value), StatusCode.GOOD))
                        .setTypeDefinition(type)
                        .build());
        return register.add(node, parent, reference, owner);
    }

    /** Arrays are read and written whole or not at all (OPC 10000-3 8.58). */
    private static long whole(int rank) {
        return rank >= ValueRanks.OneDimension ? bit(AccessLevelExType.Field.WriteFullArrayOnly) : 0;
    }

    private static long bit(AccessLevelExType.Field field) {
        return 1L << field.getBitIndex();
    }

    /** Lets clients that have the right write a variable. */
    public void writable(UaVariableNode node) {
        UByte access = AccessLevel.toValue(AccessLevel.READ_WRITE);
        node.setAccessLevel(access);
        node.setUserAccessLevel(access);
        promise(node, AccessLevelExType.Field.CurrentWrite);
    }

    /** Says that the value of a variable is the same after a restart (OPC 10000-3 8.58). */
    public void nonVolatile(UaVariableNode node) {
        promise(node, AccessLevelExType.Field.NonVolatile);
    }

    private static void promise(UaVariableNode node, AccessLevelExType.Field field) {
        long before = node.getAccessLevelEx().getValue().longValue();
        node.setAccessLevelEx(new AccessLevelExType(uint(before | bit(field))));
    }

    /**
     * A method that is a component of its parent.
     *
     * @param handler what runs it, once for each call, on a thread of the server; checks arguments itself
     */
    public UaMethodNode method(
            UaNode parent, QualifiedName name, Argument[] in, Argument[] out, MethodInvocationHandler handler) {
        UaMethodNode node = UaMethodNode.build(
                register.context(),
                builder -> builder.setNodeId(register.below(parent, name))
                        .setBrowseName(register.name(name).browse())
                        .setDisplayName(register.name(name).display())
                        .setExecutable(true)
                        .setUserExecutable(true)
                        .build());
        register.add(node, parent, NodeIds.HasComponent, owner);
        arguments(node, "InputArguments", in);
        arguments(node, "OutputArguments", out);
        node.setInvocationHandler(handler);
        return node;
    }

    private void arguments(UaMethodNode method, String name, Argument[] arguments) {
        if (arguments.length > 0) {
            add(
                    method,
                    new QualifiedName(0, name),
                    NodeIds.PropertyType,
                    NodeIds.Argument,
                    arguments,
                    NodeIds.HasProperty,
                    ValueRanks.OneDimension,
                    UInteger.valueOf(arguments.length));
        }
    }

    /** Lets a node be found below another one too, where a standard wants it in two places. */
    public void refer(UaNode from, NodeId reference, UaNode to) {
        from.addReference(
                new Reference(from.getNodeId(), reference, to.getNodeId().expanded(), Reference.Direction.FORWARD));
    }
}
