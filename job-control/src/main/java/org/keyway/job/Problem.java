package org.keyway.job;

import java.util.Map;
import org.keyway.identifier.Message;

/**
 * Why a job was refused or failed.
 *
 * @param code stable, {@code KW-…}
 * @param message what the operator is told: the cause and what to do now
 * @param details facts for the engineer, such as parameter, wanted, found
 */
public record Problem(String code, Message message, Map<String, Object> details) {
    public Problem {
        details = Map.copyOf(details);
    }
}
