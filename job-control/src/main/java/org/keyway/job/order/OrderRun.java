package org.keyway.job.order;

import java.time.Instant;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.Problem;

/**
 * One job that was made of an order.
 *
 * @param at when the job reached this phase
 * @param product the registry's id of what was machined
 */
public record OrderRun(
        String job, Phase phase, Instant at, String product, Optional<String> lot, Optional<String> serial) {
    /** How far a job is, as an order sees it. */
    public enum Phase {
        READY,
        LOADED,
        RUNNING,
        DONE,
        /** It ended, and the machine may have it nevertheless. */
        IN_DOUBT,
        /** It ended, and the machine doesn't have it. */
        FAILED
    }

    /** The run as the job shows it; a doubt counts until it is known to be settled. */
    static OrderRun of(Job job) {
        Optional<ProductIdentity> part = job.identity();
        return new OrderRun(
                job.id(),
                phase(job),
                job.steps().get(job.steps().size() - 1).at(),
                part.map(ProductIdentity::product).orElse(""),
                part.flatMap(ProductIdentity::lot),
                part.flatMap(ProductIdentity::serial));
    }

    private static Phase phase(Job job) {
        return switch (job.state()) {
            case RECEIVED, IDENTIFIED, MATCHED, STAGED, VERIFIED -> Phase.READY;
            case RELEASED -> Phase.LOADED;
            case ACCEPTED -> Phase.RUNNING;
            case COMPLETED -> Phase.DONE;
            case REFUSED, CANCELLED, EXPIRED -> Phase.FAILED;
            case FAILED ->
                job.problem()
                                .map(Problem::code)
                                .filter(JobCode.IN_DOUBT.code()::equals)
                                .isPresent()
                        ? Phase.IN_DOUBT
                        : Phase.FAILED;
        };
    }

    /** Whether nothing but the intent to make it is known. */
    boolean isNew() {
        return phase == Phase.READY;
    }

    OrderRun failed() {
        return new OrderRun(job, Phase.FAILED, at, product, lot, serial);
    }
}
