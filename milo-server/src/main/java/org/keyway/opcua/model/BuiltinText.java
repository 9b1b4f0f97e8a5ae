package org.keyway.opcua.model;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ulong;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.jspecify.annotations.Nullable;

/** The text of a value of a simple built-in type, as XML Schema writes it (OPC 10000-6 5.3.1). */
public final class BuiltinText {
    private BuiltinText() {}

    /**
     * The value of a text, unless the type isn't a simple one.
     *
     * @param type the name of the built-in type
     * @throws RuntimeException when the text isn't one of the type
     */
    public static Optional<Object> parse(String type, String text) {
        String trimmed = text.strip();
        return Optional.ofNullable(
                switch (type) {
                    case "String" -> text;
                    case "Boolean" -> bool(trimmed);
                    case "Float" -> (float) number(trimmed);
                    case "Double" -> number(trimmed);
                    case "DateTime" -> dateTime(trimmed);
                    case "Guid" -> UUID.fromString(trimmed);
                    case "ByteString" -> ByteString.of(Base64.getMimeDecoder().decode(trimmed));
                    default -> integer(type, trimmed);
                });
    }

    private static @Nullable Object integer(String type, String text) {
        return switch (type) {
            case "SByte" -> Byte.parseByte(text);
            case "Byte" -> ubyte(Short.parseShort(text));
            case "Int16" -> Short.parseShort(text);
            case "UInt16" -> ushort(Integer.parseInt(text));
            case "Int32" -> Integer.parseInt(text);
            case "UInt32" -> uint(Long.parseLong(text));
            case "Int64" -> Long.parseLong(text);
            case "UInt64" -> ulong(text);
            default -> null;
        };
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static double number(String text) {
        return switch (text) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static DateTime dateTime(String text) {
        boolean zoned = text.endsWith("Z") || text.matches("[^+]*[+-]\\d\\d:\\d\\d");
        return new DateTime(OffsetDateTime.parse(zoned ? text : text + "Z").toInstant());
    }

    /** The text of a value. */
    public static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return text(((Number) value).doubleValue(), value.toString());
        }
        if (value instanceof ByteString bytes) {
            return Base64.getEncoder().encodeToString(bytes.bytesOrEmpty());
        }
        return value instanceof DateTime time ? time.getJavaInstant().toString() : value.toString();
    }

    private static String text(double number, String finite) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "INF" : "-INF";
        }
        return finite;
    }
}
