package org.keyway.job.link;

import java.util.Map;

/**
 * Something at a machine that somebody should look at, beside what becomes of a job.
 *
 * @param code of the refusal catalogue, {@code KW-…}
 * @param facts for the sentence and the engineer, such as parameter, wanted, found; the machine is added by whoever tells it
 */
public record MachineTrouble(String code, Map<String, Object> facts) {
    public MachineTrouble {
        facts = Map.copyOf(facts);
    }
}
