package org.keyway.opcua.security.access;

import java.lang.reflect.Array;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.core.typetree.DataType;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a client writes, where the stack is content: its rank and the length of arrays and texts, numbers that are
 * none, a range that the node has, structures of another type, a status that isn't good. Time stamps of clients are not kept:
 * a value is as of when it came.
 */
final class WriteCheckFilter extends ForwardingFilter {
    /** The longest text of a hand-over is 64 characters; more is somebody's mistake. */
    private static final int LONGEST_TEXT = 4_096;

    private static final QualifiedName EU_RANGE = new QualifiedName(0, "EURange");

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, @Nullable Object value)
            throws UaException {
        boolean fromClient =
                attribute == AttributeId.Value && context.getSession().isPresent();
        if (fromClient && context.getNode() instanceof UaVariableNode node) {
            if (!(value instanceof DataValue written)) {
                throw new UaException(StatusCodes.Bad_TypeMismatch);
            }
            super.writeAttribute(context, attribute, checked(node, written));
        } else {
            super.writeAttribute(context, attribute, value);
        }
    }

    private static DataValue checked(UaVariableNode node, DataValue written) throws UaException {
        StatusCode status = written.statusCode();
        if (status != null && !StatusCode.GOOD.equals(status)) {
            throw new UaException(StatusCodes.Bad_WriteNotSupported);
        }
        Object value = written.value().value();
        if (value == null) {
            throw new UaException(StatusCodes.Bad_TypeMismatch);
        }
        checkRank(node, value);
        checkEach(node, value);
        DateTime now = DateTime.now();
        return new DataValue(written.value(), StatusCode.GOOD, now, now);
    }

    private static void checkRank(UaVariableNode node, Object value) throws UaException {
        boolean array = value.getClass().isArray();
        int rank = node.getValueRank();
        boolean fits = !(value instanceof Matrix)
                && switch (rank) {
                    case ValueRanks.Scalar -> !array;
                    case ValueRanks.OneDimension -> array;
                    case ValueRanks.ScalarOrOneDimension, ValueRanks.Any -> true;
                    default -> false;
                };
        UInteger[] dimensions = node.getArrayDimensions();
        long most = dimensions == null || dimensions.length == 0 ? 0 : dimensions[0].longValue();
        if (!fits || (array && most > 0 && Array.getLength(value) != most)) {
            throw new UaException(StatusCodes.Bad_TypeMismatch);
        }
    }

    private static void checkEach(UaVariableNode node, Object value) throws UaException {
        Optional<Range> range = range(node);
        if (!value.getClass().isArray()) {
            check(node, value, range);
            return;
        }
        for (int i = 0; i < Array.getLength(value); i++) {
            Object element = Array.get(value, i);
            if (element == null) {
                throw new UaException(StatusCodes.Bad_TypeMismatch);
            }
            check(node, element, range);
        }
    }

    private static Optional<Range> range(UaVariableNode node) {
        return node.getProperty(EU_RANGE)
                .map(value -> value instanceof ExtensionObject encoded
                        ? encoded.decode(node.getNodeContext().getServer().getStaticEncodingContext())
                        : value)
                .filter(Range.class::isInstance)
                .map(Range.class::cast);
    }

    private static void check(UaVariableNode node, Object value, Optional<Range> range) throws UaException {
        NodeId type = node.getDataType();
        if (OpcUaDataType.isBuiltin(type)
                && !OpcUaDataType.getBackingClass(type).isInstance(value)) {
            throw new UaException(StatusCodes.Bad_TypeMismatch);
        }
        if (value instanceof ExtensionObject structure && !isOf(node, structure)) {
            throw new UaException(StatusCodes.Bad_TypeMismatch);
        }
        if (value instanceof Number number && !isWithin(number.doubleValue(), range)) {
            throw new UaException(StatusCodes.Bad_OutOfRange);
        }
        if (length(value) > LONGEST_TEXT) {
            throw new UaException(StatusCodes.Bad_OutOfRange);
        }
    }

    private static boolean isOf(UaVariableNode node, ExtensionObject structure) {
        DataType type = node.getNodeContext().getServer().getDataTypeTree().getDataType(node.getDataType());
        return type != null && structure.getEncodingOrTypeId().equals(type.getBinaryEncodingId());
    }

    private static int length(Object value) {
        if (value instanceof LocalizedText text) {
            return text.text() == null ? 0 : text.text().length();
        }
        return value instanceof String text ? text.length() : 0;
    }

    /** A limit that is unknown is written as not a number (OPC 10000-8 5.6.2). */
    private static boolean isWithin(double number, Optional<Range> range) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return false;
        }
        return range.isEmpty()
                || (!(number < range.get().getLow()) && !(number > range.get().getHigh()));
    }
}
