package org.keyway.profile;

import java.util.Map;

/**
 * Where a machine shows what it is doing.
 *
 * @param states what each value of the node means; values not listed mean {@link State#UNKNOWN}
 */
public record StateNode(String node, Map<String, State> states) {
    /** What a machine is doing, as the operator is shown it. */
    public enum State {
        READY,
        RUNNING,
        ALARM,
        UNKNOWN
    }

    public StateNode {
        states = Map.copyOf(states);
    }
}
