package org.keyway.job.link;

import java.util.List;

/**
 * Everything that a delivery needs to know of its machine, from one fresh read in one request.
 *
 * @param interlocks in the order of the profile's interlocks
 * @param values in the order of the delivery's device values
 */
public record Observation(HandshakeReading handshake, List<NodeReading> interlocks, List<NodeReading> values) {
    public Observation {
        interlocks = List.copyOf(interlocks);
        values = List.copyOf(values);
    }
}
