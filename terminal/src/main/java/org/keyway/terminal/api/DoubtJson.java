package org.keyway.terminal.api;

import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.job.MachineDoubt.Doubt;

/**
 * What only people can end on a machine, as JSON.
 *
 * @param job in doubt; null where it is an alarm of the machine
 * @param since null where it is not on record
 */
public record DoubtJson(
        @Nullable String job,
        String code,
        Message message,
        @Nullable String since) {
    static DoubtJson of(Doubt doubt) {
        return new DoubtJson(
                doubt.job().orElse(null),
                doubt.problem().code(),
                doubt.problem().message(),
                doubt.since().map(Times::text).orElse(null));
    }
}
