package org.keyway.opcua.isa95;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.jspecify.annotations.Nullable;

/**
 * Reads variants (OPC 10000-6 5.2.2.16). The stack makes room for as many elements and dimensions as the sender claims; here
 * memory is taken only as they come, and dimensions must fit the elements.
 */
final class VariantReader {
    private static final int TYPE = 0x3F;
    private static final int HAS_DIMENSIONS = 0x40;
    private static final int IS_ARRAY = 0x80;
    private static final int DATA_VALUE = 23;
    private static final int VARIANT = 24;
    private static final int LAST_TYPE = 24;
    private static final String FIELD = "Value";

    private VariantReader() {}

    /**
     * The variant that comes next.
     *
     * @throws UaSerializationException Bad_DecodingError when it is none, Bad_EncodingLimitsExceeded when it is nested too deeply
     */
    static Variant read(Source from) {
        int mask = from.decoder().decodeByte(FIELD).intValue();
        if (mask == 0) {
            return Variant.NULL_VALUE;
        }
        Source in = from.deeper();
        int type = mask & TYPE;
        boolean array = (mask & IS_ARRAY) != 0;
        boolean dimensioned = (mask & HAS_DIMENSIONS) != 0;
        if (type == 0 || type > LAST_TYPE || (type == VARIANT && !array) || (dimensioned && !array)) {
            throw bad("no variant begins with " + mask);
        }
        return new Variant(array ? array(in, type, dimensioned) : scalar(in, type));
    }

    private static UaSerializationException bad(String why) {
        return new UaSerializationException(StatusCodes.Bad_DecodingError, why);
    }

    private static @Nullable Object array(Source in, int type, boolean dimensioned) {
        int length = in.length();
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            elements.add(scalar(in, type));
        }
        int[] dimensions = dimensioned ? dimensions(in, length) : new int[0];
        if (length < 0) {
            return null;
        }
        OpcUaDataType elementType = OpcUaDataType.fromTypeId(type);
        if (elementType == null) {
            throw bad("no type " + type);
        }
        Object array = Array.newInstance(elementType.getBackingClass(), length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, elements.get(i));
        }
        return dimensions.length > 1 ? new Matrix(array, dimensions, elementType) : array;
    }

    private static int[] dimensions(Source in, int elements) {
        int count = in.length();
        List<Integer> dimensions = new ArrayList<>();
        long product = 1;
        for (int i = 0; i < count; i++) {
            int dimension = in.length();
            dimensions.add(dimension);
            product *= dimension;
            if (product < 0 || product > Integer.MAX_VALUE) {
                throw bad("dimensions that no array has");
            }
        }
        if (count > 0 && product != Math.max(elements, 0)) {
            throw bad("dimensions that don't fit the elements");
        }
        return dimensions.stream().mapToInt(Integer::intValue).toArray();
    }

    private static @Nullable Object scalar(Source in, int type) {
        UaDecoder decoder = in.decoder();
        return switch (type) {
            case 1 -> decoder.decodeBoolean(FIELD);
            case 2 -> decoder.decodeSByte(FIELD);
            case 3 -> decoder.decodeByte(FIELD);
            case 4 -> decoder.decodeInt16(FIELD);
            case 5 -> decoder.decodeUInt16(FIELD);
            case 6 -> decoder.decodeInt32(FIELD);
            case 7 -> decoder.decodeUInt32(FIELD);
            case 8 -> decoder.decodeInt64(FIELD);
            case 9 -> decoder.decodeUInt64(FIELD);
            case 10 -> decoder.decodeFloat(FIELD);
            case 11 -> decoder.decodeDouble(FIELD);
            case 12 -> decoder.decodeString(FIELD);
            case 13 -> decoder.decodeDateTime(FIELD);
            case 14 -> decoder.decodeGuid(FIELD);
            case 15 -> decoder.decodeByteString(FIELD);
            case 16 -> decoder.decodeXmlElement(FIELD);
            case 17 -> decoder.decodeNodeId(FIELD);
            case 18 -> decoder.decodeExpandedNodeId(FIELD);
            case 19 -> decoder.decodeStatusCode(FIELD);
            case 20 -> decoder.decodeQualifiedName(FIELD);
            case 21 -> decoder.decodeLocalizedText(FIELD);
            case 22 -> decoder.decodeExtensionObject(FIELD);
            case DATA_VALUE -> dataValue(in);
            default -> read(in);
        };
    }

    /** OPC 10000-6 5.2.2.17. */
    private static DataValue dataValue(Source in) {
        UaDecoder decoder = in.decoder();
        int mask = decoder.decodeByte(FIELD).intValue();
        Variant value = (mask & 1) == 0 ? Variant.NULL_VALUE : read(in);
        StatusCode status = (mask & 2) == 0 ? StatusCode.GOOD : decoder.decodeStatusCode(FIELD);
        DateTime sourceTime = (mask & 4) == 0 ? DateTime.MIN_VALUE : decoder.decodeDateTime(FIELD);
        @Nullable UShort sourcePicoseconds = (mask & 16) == 0 ? null : decoder.decodeUInt16(FIELD);
        DateTime serverTime = (mask & 8) == 0 ? DateTime.MIN_VALUE : decoder.decodeDateTime(FIELD);
        @Nullable UShort serverPicoseconds = (mask & 32) == 0 ? null : decoder.decodeUInt16(FIELD);
        return new DataValue(value, status, sourceTime, sourcePicoseconds, serverTime, serverPicoseconds);
    }
}
