package org.keyway.opcua.autoid;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;

/** The body of an encoded structure (OPC 10000-6 5.2), read from the front; nothing is taken that it doesn't hold. */
final class StructureBody {
    /** No code with all that belongs to it is longer, in bytes. */
    static final int LONGEST = 64 * 1024;

    private static final int NULL_LENGTH = -1;

    private final ByteBuffer body;

    StructureBody(ByteString encoded) throws UnreadableCodeException {
        byte[] bytes = encoded.bytesOrEmpty();
        if (bytes.length > LONGEST) {
            throw new UnreadableCodeException(AutoIdCode.TOO_LONG, Map.of("length", bytes.length, "limit", LONGEST));
        }
        this.body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An unsigned number of four bytes. */
    long uint32() throws UnreadableCodeException {
        try {
            return Integer.toUnsignedLong(body.getInt());
        } catch (BufferUnderflowException e) {
            throw endsEarly();
        }
    }

    /** An unsigned number of one byte. */
    int octet() throws UnreadableCodeException {
        try {
            return Byte.toUnsignedInt(body.get());
        } catch (BufferUnderflowException e) {
            throw endsEarly();
        }
    }

    /** A ByteString; empty for null. */
    ByteString bytes() throws UnreadableCodeException {
        int length = (int) uint32();
        if (length == NULL_LENGTH) {
            return ByteString.of(new byte[0]);
        }
        if (length < 0 || length > body.remaining()) {
            throw endsEarly();
        }
        byte[] bytes = new byte[length];
        body.get(bytes);
        return ByteString.of(bytes);
    }

    /** A String; empty for null. */
    String text() throws UnreadableCodeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes().bytesOrEmpty()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("a String that is no UTF-8");
        }
    }

    /** Passes over what nobody needs. */
    void skip(int count) throws UnreadableCodeException {
        if (count > body.remaining()) {
            throw endsEarly();
        }
        body.position(body.position() + count);
    }

    static UnreadableCodeException malformed(String detail) {
        return new UnreadableCodeException(AutoIdCode.MALFORMED, Map.of("detail", detail));
    }

    private static UnreadableCodeException endsEarly() {
        return malformed("a structure that ends early");
    }
}
