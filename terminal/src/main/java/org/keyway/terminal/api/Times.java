package org.keyway.terminal.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as our interfaces write them: UTC, ISO 8601, always with milliseconds. */
public final class Times {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    /** Such as {@code 2026-01-31T08:00:00.000Z}. */
    public static String text(Instant time) {
        return FORMAT.format(time);
    }
}
