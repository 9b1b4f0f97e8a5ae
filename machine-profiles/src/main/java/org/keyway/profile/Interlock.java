package org.keyway.profile;

import java.util.List;
import org.keyway.identifier.Message;

/**
 * A condition that must hold on the machine before anything is written, and again before release.
 *
 * @param node read from the machine
 * @param allowed the values with which the condition holds, compared as text
 * @param message what the operator is told when it doesn't hold
 */
public record Interlock(String node, List<String> allowed, Message message) {
    public Interlock {
        allowed = List.copyOf(allowed);
    }
}
