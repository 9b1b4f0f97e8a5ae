package org.keyway.identifier.resolution.signature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The digest of a Handle value, over its encoding of RFC 3651 3.1 as the Handle System signs it: without index and time stamp
 * (which the signature names, and which changes with every edit), beginning with the kind of its time to live.
 */
final class HandleValueDigest {
    private static final byte RELATIVE = 0;
    private static final byte ABSOLUTE = 1;
    private static final int USUAL_TIME_TO_LIVE = 86_400;
    /** Administrators read and write, everybody reads: what a value has that says nothing. */
    private static final String USUAL_PERMISSIONS = "1110";

    private static final int WITHOUT_TEXTS = 1 + Integer.BYTES + 1 + 3 * Integer.BYTES;
    private static final int MOST_REFERENCES = 64;

    private HandleValueDigest() {}

    private record TimeToLive(byte kind, int seconds) {}

    /** In base64; empty where the JSON form does not give back the octets, as with keys and sites. */
    static Optional<String> of(JsonNode value, MessageDigest digest) {
        return encoded(value).map(octets -> Base64.getEncoder().encodeToString(digest.digest(octets)));
    }

    private static Optional<byte[]> encoded(JsonNode value) {
        Optional<TimeToLive> timeToLive = timeToLive(value.path("ttl"));
        Optional<Byte> permissions = permissions(value.path("permissions").asString(USUAL_PERMISSIONS));
        Optional<byte[]> content = content(value.path("data"));
        Optional<byte[]> references = references(value.path("references"));
        if (!value.path("type").isString()
                || timeToLive.isEmpty()
                || permissions.isEmpty()
                || content.isEmpty()
                || references.isEmpty()) {
            return Optional.empty();
        }
        byte[] type = utf8(value.path("type"));
        ByteBuffer octets =
                ByteBuffer.allocate(WITHOUT_TEXTS + type.length + content.get().length + references.get().length);
        octets.put(timeToLive.get().kind()).putInt(timeToLive.get().seconds()).put(permissions.get());
        octets.putInt(type.length).put(type);
        octets.putInt(content.get().length).put(content.get());
        octets.putInt(value.path("references").size()).put(references.get());
        return Optional.of(octets.array());
    }

    private static byte[] utf8(JsonNode text) {
        return text.stringValue().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<TimeToLive> timeToLive(JsonNode ttl) {
        if (ttl.isMissingNode()) {
            return Optional.of(new TimeToLive(RELATIVE, USUAL_TIME_TO_LIVE));
        }
        if (ttl.isInt()) {
            return Optional.of(new TimeToLive(RELATIVE, ttl.intValue()));
        }
        try {
            long seconds = Instant.parse(ttl.asString("")).getEpochSecond();
            return Optional.of(new TimeToLive(ABSOLUTE, (int) seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Administrators' reading and writing, everybody's reading and writing: four binary digits. */
    private static Optional<Byte> permissions(String digits) {
        return digits.matches("[01]{4}") ? Optional.of(Byte.parseByte(digits, 2)) : Optional.empty();
    }

    private static Optional<byte[]> content(JsonNode content) {
        JsonNode value = content.path("value");
        if (!value.isString()) {
            return Optional.empty();
        }
        try {
            return switch (content.path("format").asString("")) {
                case "string" -> Optional.of(utf8(value));
                case "base64" -> Optional.of(Base64.getDecoder().decode(value.stringValue()));
                case "hex" -> Optional.of(HexFormat.of().parseHex(value.stringValue()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> references(JsonNode references) {
        if (references.size() > MOST_REFERENCES) {
            return Optional.empty();
        }
        int length = 0;
        for (JsonNode reference : references) {
            if (!reference.path("handle").isString() || !reference.path("index").isInt()) {
                return Optional.empty();
            }
            length += 2 * Integer.BYTES + utf8(reference.path("handle")).length;
        }
        ByteBuffer octets = ByteBuffer.allocate(length);
        for (JsonNode reference : references) {
            byte[] handle = utf8(reference.path("handle"));
            octets.putInt(handle.length)
                    .put(handle)
                    .putInt(reference.path("index").intValue());
        }
        return Optional.of(octets.array());
    }
}
