package org.keyway.opcua.method;

import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * An input argument of a method: how it is declared, and how a value is read that fits it. Milo 1.1.2's own check fails inside
 * where something else stands in the place of a structure.
 *
 * @param longest the most elements of an array; 0 for a scalar, and where any number fits
 */
public record Input<T>(String name, NodeId dataType, int rank, int longest, Form<T> form) {
    private static final int ANY_LENGTH = 0;
    private static final StatusCode MISMATCH = new StatusCode(StatusCodes.Bad_TypeMismatch);
    private static final StatusCode TOO_LONG = new StatusCode(StatusCodes.Bad_OutOfRange);

    /** Reads a value. */
    public interface Form<T> {
        /**
         * The argument that a value stands for.
         *
         * @throws MisfitException when it doesn't fit
         */
        T read(@Nullable Object value, EncodingContext context) throws MisfitException;
    }

    /** A value doesn't fit an argument. */
    public static final class MisfitException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient StatusCode status;

        public MisfitException(StatusCode status) {
            super(status.toString(), null, false, false);
            this.status = status;
        }

        StatusCode status() {
            return status;
        }
    }

    private static <T> Input<T> scalar(String name, NodeId dataType, Form<T> form) {
        return new Input<>(name, dataType, ValueRanks.Scalar, ANY_LENGTH, form);
    }

    private static <T> Input<T> array(String name, NodeId dataType, int longest, Form<T> form) {
        return new Input<>(name, dataType, ValueRanks.OneDimension, longest, form);
    }

    Argument declared() {
        return new Argument(
                name,
                dataType,
                rank,
                rank == ValueRanks.Scalar ? null : new UInteger[] {UInteger.valueOf(longest)},
                LocalizedText.NULL_VALUE);
    }

    T read(@Nullable Object value, EncodingContext context) throws MisfitException {
        return form.read(value, context);
    }

    /** A text of so many characters at most; null stands for an empty one. */
    public static Input<String> text(String name, int longest) {
        return scalar(name, NodeIds.String, (value, context) -> {
            if (value == null) {
                return "";
            }
            if (!(value instanceof String text)) {
                throw new MisfitException(MISMATCH);
            }
            if (text.length() > longest) {
                throw new MisfitException(TOO_LONG);
            }
            return text;
        });
    }

    /** Comments; null stands for none. */
    public static Input<List<LocalizedText>> texts(String name) {
        return array(name, NodeIds.LocalizedText, ANY_LENGTH, (value, context) -> {
            if (value == null) {
                return List.of();
            }
            if (value instanceof LocalizedText[] texts) {
                return List.of(texts);
            }
            throw new MisfitException(MISMATCH);
        });
    }

    /** A number or anything else of exactly one type of the stack, such as {@code UInteger} for UInt32. */
    public static <T> Input<T> value(String name, NodeId dataType, Class<T> type) {
        return scalar(name, dataType, (value, context) -> exactly(type, value));
    }

    /** So many of them at most. */
    public static <T> Input<T[]> values(String name, NodeId dataType, Class<T[]> type, int longest) {
        return array(name, dataType, longest, (value, context) -> {
            T[] elements = exactly(type, value);
            if (elements.length > longest || Arrays.asList(elements).contains(null)) {
                throw new MisfitException(elements.length > longest ? TOO_LONG : MISMATCH);
            }
            return elements;
        });
    }

    private static <T> T exactly(Class<T> type, @Nullable Object value) throws MisfitException {
        if (!type.isInstance(value)) {
            throw new MisfitException(MISMATCH);
        }
        return type.cast(value);
    }

    /** A structure. */
    public static <S> Input<S> structure(String name, NodeId dataType, Class<S> type) {
        return scalar(name, dataType, (value, context) -> decoded(type, value, context));
    }

    /** Structures; null stands for none. */
    public static <S> Input<List<S>> structures(String name, NodeId dataType, Class<S> type) {
        return array(name, dataType, ANY_LENGTH, (value, context) -> {
            if (value == null) {
                return List.of();
            }
            if (!(value instanceof Object[] elements)) {
                throw new MisfitException(MISMATCH);
            }
            List<S> structures = new ArrayList<>();
            for (Object element : elements) {
                structures.add(decoded(type, element, context));
            }
            return structures;
        });
    }

    private static <S> S decoded(Class<S> type, @Nullable Object value, EncodingContext context)
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
