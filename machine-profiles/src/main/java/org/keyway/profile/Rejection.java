package org.keyway.profile;

import java.util.Map;
import org.keyway.identifier.Message;

/**
 * Why there is no match.
 *
 * @param code stable, {@code KW-MATCH-…}
 * @param message what to tell the operator: the cause and what to do now
 * @param details facts for the engineer, such as parameter, value, limit, set
 */
public record Rejection(String code, Message message, Map<String, Object> details) {
    public Rejection {
        details = Map.copyOf(details);
    }
}
