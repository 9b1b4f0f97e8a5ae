package org.keyway.identifier.resolution.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Puts text from labels into addresses (RFC 3986 2.1), so that it stays within the place it is put in. */
final class PercentEncoding {
    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** A query value or one path segment; empty for {@code .} and {@code ..}, which would lead elsewhere. */
    static Optional<String> segment(String text) {
        return text.equals(".") || text.equals("..") ? Optional.empty() : Optional.of(encode(text, UNRESERVED));
    }

    /** A path; its slashes are kept. Empty when one of its segments would lead elsewhere. */
    static Optional<String> path(String text) {
        boolean elsewhere =
                Arrays.stream(text.split("/", -1)).anyMatch(segment -> segment.equals(".") || segment.equals(".."));
        return elsewhere ? Optional.empty() : Optional.of(encode(text, UNRESERVED + "/"));
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = character < 0x80 && (Character.isLetterOrDigit(character) || kept.indexOf(character) >= 0);
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append('%').append("%02X".formatted(octet & 0xFF));
            }
        }
        return encoded.toString();
    }
}
