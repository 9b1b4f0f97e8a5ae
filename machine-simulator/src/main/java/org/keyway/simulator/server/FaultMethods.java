package org.keyway.simulator.server;

import java.util.List;
import java.util.Locale;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;

/** The fault switches of a machine as methods: {@code Faults/Arm} and {@code Faults/Clear}. */
final class FaultMethods {
    private static final Argument[] NONE = {};

    private final UaNodeContext context;
    private final UShort namespaceIndex;
    private final SimulatedMachine machine;

    FaultMethods(UaNodeContext context, UShort namespaceIndex, SimulatedMachine machine) {
        this.context = context;
        this.namespaceIndex = namespaceIndex;
        this.machine = machine;
    }

    void addTo(UaFolderNode parent) {
        UaMethodNode arm = method(parent, "Faults/Arm");
        arm.setInvocationHandler(new Arm(arm));
        arm.setInputArguments(Arm.INPUTS.toArray(NONE));
        UaMethodNode clear = method(parent, "Faults/Clear");
        clear.setInvocationHandler(new Clear(clear));
    }

    private UaMethodNode method(UaFolderNode parent, String path) {
        UaMethodNode node = UaMethodNode.build(
                context,
                builder -> builder.setNodeId(new NodeId(namespaceIndex, path))
                        .setBrowseName(new QualifiedName(namespaceIndex, path))
                        .setDisplayName(LocalizedText.english(path))
                        .build());
        context.getNodeManager().addNode(node);
        parent.addComponent(node);
        return node;
    }

    private final class Arm extends AbstractMethodInvocationHandler {
        private static final List<Argument> INPUTS = List.of(
                argument("kind", OpcUaDataType.String),
                argument("node", OpcUaDataType.String),
                argument("operation", OpcUaDataType.String),
                argument("afterCalls", OpcUaDataType.Int32),
                argument("times", OpcUaDataType.Int32),
                argument("argument", OpcUaDataType.Double));

        Arm(UaMethodNode node) {
            super(node);
        }

        private static Argument argument(String name, OpcUaDataType type) {
            return new Argument(name, type.getNodeId(), ValueRanks.Scalar, null, LocalizedText.english(name));
        }

        @Override
        public Argument[] getInputArguments() {
            return INPUTS.toArray(NONE);
        }

        @Override
        public Argument[] getOutputArguments() {
            return NONE;
        }

        @Override
        protected Variant[] invoke(InvocationContext invocation, Variant[] inputs) throws UaException {
            try {
                machine.faults()
                        .arm(new Fault(
                                Fault.Kind.valueOf(word(inputs[0])),
                                input(inputs[1], String.class),
                                Fault.Operation.valueOf(word(inputs[2])),
                                input(inputs[3], Integer.class),
                                input(inputs[4], Integer.class),
                                input(inputs[5], Double.class)));
                return new Variant[0];
            } catch (IllegalArgumentException e) {
                throw new UaException(StatusCodes.Bad_InvalidArgument, e);
            }
        }

        private static String word(Variant input) {
            return input(input, String.class).toUpperCase(Locale.ROOT);
        }

        private static <T> T input(Variant input, Class<T> type) {
            Object value = input.value();
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException("not of type " + type.getSimpleName());
            }
            return type.cast(value);
        }
    }

    private final class Clear extends AbstractMethodInvocationHandler {
        Clear(UaMethodNode node) {
            super(node);
        }

        @Override
        public Argument[] getInputArguments() {
            return NONE;
        }

        @Override
        public Argument[] getOutputArguments() {
            return NONE;
        }

        @Override
        protected Variant[] invoke(InvocationContext invocation, Variant[] inputs) {
            machine.faults().clear();
            return new Variant[0];
        }
    }
}
