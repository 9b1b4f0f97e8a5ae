package org.keyway.opcua.model;

import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;

/** What a node has beyond its names and references, for each of the node classes (OPC 10000-3 5). */
public sealed interface NodeBody {
    /** The node class. */
    NodeClass nodeClass();

    /**
     * An object.
     *
     * @param eventNotifier the bits of the attribute; 0 for a node that is no source of events
     */
    record OfObject(int eventNotifier) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.Object;
        }
    }

    /**
     * A variable.
     *
     * @param accessLevel the bits of AccessLevelEx, of which the lowest eight are AccessLevel
     */
    record OfVariable(Shape shape, long accessLevel, double minimumSamplingInterval, ModelValue value)
            implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.Variable;
        }
    }

    /**
     * A method.
     *
     * @param executable false for a method that is switched off
     */
    record OfMethod(boolean executable) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.Method;
        }
    }

    /** A type of objects or of events. */
    record OfObjectType(boolean isAbstract) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.ObjectType;
        }
    }

    /** A type of variables with the value that its instances start with. */
    record OfVariableType(boolean isAbstract, Shape shape, ModelValue value) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.VariableType;
        }
    }

    /**
     * A type of references.
     *
     * @param inverseName empty where there is none
     */
    record OfReferenceType(boolean isAbstract, boolean symmetric, String inverseName) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.ReferenceType;
        }
    }

    /** A data type. */
    record OfDataType(boolean isAbstract, ModelDefinition definition) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.DataType;
        }
    }

    /** A view. */
    record OfView(boolean containsNoLoops, int eventNotifier) implements NodeBody {
        @Override
        public NodeClass nodeClass() {
            return NodeClass.View;
        }
    }
}
