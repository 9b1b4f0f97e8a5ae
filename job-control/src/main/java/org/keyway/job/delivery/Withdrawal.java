package org.keyway.job.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keyway.job.JobCode;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;

/** How a delivery that went wrong makes its machine safe (D9). */
final class Withdrawal {
    /** How long a delivery that was under way waits, in all, for a lost connection to come back. */
    private static final Duration RECONNECT_PATIENCE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(50);

    private final MachineLink link;
    private final String machine;
    private final DeliveryRecord record;
    private final ProblemCatalogue problems;
    private final Pause pause;
    private final Clock clock;
    private Optional<Instant> reconnectUntil = Optional.empty();

    Withdrawal(MachineLink link, String machine, DeliveryRecord record, Delivery.Tools tools) {
        this.link = link;
        this.machine = machine;
        this.record = record;
        this.problems = tools.problems();
        this.pause = tools.pause();
        this.clock = tools.clock();
    }

    /** The flag is written false and seen false; a lost connection is waited for once. */
    DeliveryOutcome makeSafe(Problem problem) throws InterruptedException {
        try {
            return withdrawn(problem);
        } catch (LinkException failure) {
            if (!connectionCameBack()) {
                return inDoubt(problem, failure);
            }
        }
        try {
            return withdrawn(problem);
        } catch (LinkException failure) {
            return inDoubt(problem, failure);
        }
    }

    /** A job that the machine took before the flag was cleared is taken for what it is. */
    private DeliveryOutcome withdrawn(Problem problem) throws LinkException {
        link.withdraw();
        if (record.releasing() && link.handshake().took(record.job().id())) {
            return new DeliveryOutcome.Settled(record.accepted(true));
        }
        boolean late = problem.code().equals(JobCode.NOT_ACCEPTED.code());
        return new DeliveryOutcome.Settled(late ? record.expired(problem) : record.failed(problem));
    }

    private DeliveryOutcome inDoubt(Problem problem, LinkException doubt) {
        Map<String, Object> facts = new TreeMap<>(problem.details());
        facts.put("machine", machine);
        facts.put("cause", problem.code());
        facts.put("releaseFlag", "unknown: " + doubt.code());
        return new DeliveryOutcome.InDoubt(record.failed(problems.problem(JobCode.IN_DOUBT, facts)));
    }

    /** Whether a lost connection is back before patience is at its end. */
    boolean connectionCameBack() throws InterruptedException {
        Instant deadline = reconnectUntil.orElseGet(() -> clock.instant().plus(RECONNECT_PATIENCE));
        reconnectUntil = Optional.of(deadline);
        do {
            pause.sleep(POLL);
        } while (!link.status().online() && clock.instant().isBefore(deadline));
        return link.status().online();
    }
}
