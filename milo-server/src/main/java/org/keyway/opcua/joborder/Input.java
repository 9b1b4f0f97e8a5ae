package org.keyway.opcua.joborder;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95State;

/**
 * An input argument of a method: how it is declared, and how a value is read that fits it. Milo 1.1.2's own check fails inside
 * where something else stands in the place of a structure.
 */
record Input<T>(String name, NodeId dataType, int rank, Form<T> form) {
    private static final StatusCode MISMATCH = new StatusCode(StatusCodes.Bad_TypeMismatch);

    /** Reads a value. */
    interface Form<T> {
        /**
         * The argument that a value stands for.
         *
         * @throws MisfitException when it doesn't fit
         */
        T read(@Nullable Object value, EncodingContext context) throws MisfitException;
    }

    /** A value doesn't fit an argument. */
    static final class MisfitException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient StatusCode status;

        MisfitException(StatusCode status) {
            super(status.toString(), null, false, false);
            this.status = status;
        }

        StatusCode status() {
            return status;
        }
    }

    Argument declared() {
        return new Argument(
                name,
                dataType,
                rank,
                rank == ValueRanks.Scalar ? null : new UInteger[] {UInteger.MIN},
                LocalizedText.NULL_VALUE);
    }

    T read(@Nullable Object value, EncodingContext context) throws MisfitException {
        return form.read(value, context);
    }

    static Input<String> text(String name) {
        return new Input<>(name, NodeIds.String, ValueRanks.Scalar, (value, context) -> {
            if (value == null) {
                return "";
            }
            if (value instanceof String text) {
                return text;
            }
            throw new MisfitException(MISMATCH);
        });
    }

    /** Comments; null stands for none. */
    static Input<List<LocalizedText>> texts(String name) {
        return new Input<>(name, NodeIds.LocalizedText, ValueRanks.OneDimension, (value, context) -> {
            if (value == null) {
                return List.of();
            }
            if (value instanceof LocalizedText[] texts) {
                return List.of(texts);
            }
            throw new MisfitException(MISMATCH);
        });
    }

    static Input<Isa95JobOrder> order(String name, NodeId dataType) {
        return new Input<>(
                name, dataType, ValueRanks.Scalar, (value, context) -> structure(Isa95JobOrder.class, value, context));
    }

    static Input<List<Isa95State>> states(String name, NodeId dataType) {
        return new Input<>(name, dataType, ValueRanks.OneDimension, (value, context) -> {
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof Object[] elements)) {
                throw new MisfitException(MISMATCH);
            }
            List<Isa95State> states = new ArrayList<>();
            for (Object element : elements) {
                states.add(structure(Isa95State.class, element, context));
            }
            return states;
        });
    }

    private static <S> S structure(Class<S> type, @Nullable Object value, EncodingContext context)
            throws MisfitException {
        Object decoded = value instanceof ExtensionObject body ? decoded(body, context) : value;
        if (type.isInstance(decoded)) {
            return type.cast(decoded);
        }
        throw new MisfitException(MISMATCH);
    }

    private static Object decoded(ExtensionObject body, EncodingContext context) throws MisfitException {
        try {
            return body.decode(context);
        } catch (UaSerializationException e) {
            throw new MisfitException(e.getStatusCode());
        }
    }
}
