package org.keyway.profile;

import java.util.Objects;
import java.util.Optional;

/**
 * A value of the type LocalizedText (OPC 10000-3 8.5).
 *
 * @param locale such as {@code en} or {@code zh-CN}; empty where nobody says
 */
public record LocalText(Optional<String> locale, String text) {
    public LocalText {
        locale = Objects.requireNonNullElse(locale, Optional.<String>empty()).filter(named -> !named.isEmpty());
    }

    /** The text alone, as people read it. */
    @Override
    public String toString() {
        return text;
    }
}
