package org.keyway.identifier.digitallink;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986 2.1); a broken sequence stands for itself. */
final class PercentEncoding {
    private PercentEncoding() {}

    /** Decodes a path segment, or a query value, in which {@code +} is a blank. */
    static String decode(String text, boolean query) {
        if (text.indexOf('%') < 0 && (!query || text.indexOf('+') < 0)) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < encoded.length; i++) {
            int value = encoded[i] == '%' ? hex(encoded, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(query && encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte[] encoded, int at) {
        if (at + 1 >= encoded.length) {
            return -1;
        }
        int high = Character.digit(encoded[at], 16);
        int low = Character.digit(encoded[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
