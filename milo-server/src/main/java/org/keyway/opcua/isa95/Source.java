package org.keyway.opcua.isa95;

import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;

/**
 * Where a structure is read from.
 *
 * @param levels how much deeper structures and variants may yet be nested
 */
record Source(EncodingContext context, UaDecoder decoder, int levels) {
    static Source of(EncodingContext context, UaDecoder decoder) {
        return new Source(context, decoder, context.getEncodingLimits().getMaxRecursionDepth());
    }

    /**
     * One level down.
     *
     * @throws UaSerializationException Bad_EncodingLimitsExceeded when that is too deep
     */
    Source deeper() {
        if (levels == 0) {
            throw new UaSerializationException(StatusCodes.Bad_EncodingLimitsExceeded, "nested too deeply");
        }
        return new Source(context, decoder, levels - 1);
    }

    /**
     * The length of an array, -1 where it is null.
     *
     * @throws UaSerializationException Bad_DecodingError when it is none
     */
    int length() {
        int length = decoder.decodeInt32("Length");
        if (length < -1) {
            throw new UaSerializationException(StatusCodes.Bad_DecodingError, "a length of " + length);
        }
        return length;
    }
}
