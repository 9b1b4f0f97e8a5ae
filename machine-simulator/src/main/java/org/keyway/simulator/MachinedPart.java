package org.keyway.simulator;

import java.time.Instant;
import java.util.Map;

/**
 * A part that a machine began to machine.
 *
 * @param values what it ran with, by parameter name, in OPC UA's types
 */
public record MachinedPart(String jobId, Map<String, Object> values, Instant at) {
    public MachinedPart {
        values = Map.copyOf(values);
    }
}
