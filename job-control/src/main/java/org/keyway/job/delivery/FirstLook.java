package org.keyway.job.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;

/**
 * The look at the machine that begins a delivery (D1 to D3). It has no effect outside, so it may be taken while the intent
 * to stage is still going on record; what it found, or what went wrong, is told when the delivery asks.
 */
public final class FirstLook {
    private final @Nullable Look found;
    private final @Nullable LinkException failure;
    private final @Nullable Throwable defect;

    private FirstLook(@Nullable Look found, @Nullable LinkException failure, @Nullable Throwable defect) {
        this.found = found;
        this.failure = failure;
        this.defect = defect;
    }

    /**
     * A machine as it stood before anything was written.
     *
     * @param at when it was asked
     */
    record Look(PreparedDelivery delivery, Observation before, Instant at) {
        static Look at(MachineLink link, String jobId, List<Setpoint> setpoints, Clock clock) throws LinkException {
            PreparedDelivery delivery = link.prepare(jobId, setpoints);
            Instant now = clock.instant();
            return new Look(delivery, delivery.observe(), now);
        }
    }

    /** Looks now; never throws. */
    public static FirstLook take(MachineLink link, String jobId, List<Setpoint> setpoints, Clock clock) {
        try {
            return new FirstLook(Look.at(link, jobId, setpoints, clock), null, null);
        } catch (LinkException e) {
            return new FirstLook(null, e, null);
        } catch (RuntimeException | Error e) {
            return new FirstLook(null, null, e);
        }
    }

    /** What was found. */
    Look look() throws LinkException {
        if (failure != null) {
            throw failure;
        }
        if (defect != null || found == null) {
            throw new IllegalStateException("the first look failed", defect);
        }
        return found;
    }
}
