package org.keyway.job.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobParameter;
import org.keyway.job.JobRecorder;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.delivery.FirstLook.Look;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.MachineProfile;

/**
 * Carries one job's values to its machine: connect and look (D1 to D3), clear the release flag (D4), stage (D5), read back
 * and compare (D6, D7), release last (D8). Whatever goes wrong on the way, the flag is cleared again (D9).
 *
 * <p>Only {@link #attempt} knows the order of the steps. A call without an answer may or may not have happened: then the
 * machine is looked at again, and only what it holds decides.
 */
public final class Delivery {
    /** What was seen longer ago than this is seen again before something is done because of it. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private static final Duration FIRST_POLL = Duration.ofMillis(1);
    private static final Duration SLOWEST_POLL = Duration.ofMillis(50);
    /** A machine that is slower than this shows as released before it shows as accepted. */
    private static final int POLLS_BEFORE_RELEASED_SHOWS = 5;

    private final MachineLink link;
    private final String machine;
    private final MachineProfile profile;
    private final ProblemCatalogue problems;
    private final Pause pause;
    private final Clock clock;
    private final DeliveryRecord record;
    private final String jobId;
    private final Withdrawal withdrawal;
    private boolean touched;

    private Delivery(MachineLink link, MachineProfile profile, Job job, Tools tools) {
        this.link = link;
        this.machine = job.machine().orElseThrow();
        this.profile = profile;
        this.problems = tools.problems();
        this.pause = tools.pause();
        this.clock = tools.clock();
        this.record = new DeliveryRecord(tools.recorder(), job);
        this.jobId = job.id();
        this.withdrawal = new Withdrawal(link, machine, record, tools);
    }

    /** What every delivery works with. */
    public record Tools(JobRecorder recorder, ProblemCatalogue problems, Pause pause, Clock clock) {}

    /**
     * Delivers a job whose intent to stage is on record.
     *
     * @param first the look at the machine that was taken meanwhile
     * @param setpoints in the order of the job's parameters
     * @throws InterruptedException when the process is being stopped; recovery finds the job where it stood
     */
    public static DeliveryOutcome deliver(
            MachineLink link, MachineProfile profile, Job job, FirstLook first, List<Setpoint> setpoints, Tools tools)
            throws InterruptedException {
        return new Delivery(link, profile, job, tools).run(first, setpoints);
    }

    /**
     * Finishes, or takes back, a job that an interruption left behind: finished if the machine holds it whole, else the
     * release flag is cleared and the job ends. Nothing is staged again.
     */
    public static DeliveryOutcome resume(MachineLink link, MachineProfile profile, Job job, Tools tools)
            throws InterruptedException {
        return new Delivery(link, profile, job, tools).lookAgain(job.parameters());
    }

    private DeliveryOutcome lookAgain(List<JobParameter> parameters) throws InterruptedException {
        touched = true;
        Problem interrupted = problem(JobCode.INTERRUPTED, Map.of("machine", machine));
        if (!record.releasing()) {
            return withdrawal.makeSafe(interrupted);
        }
        List<Setpoint> written = WrittenSetpoints.of(parameters, profile);
        if (written.size() < parameters.size()) {
            return withdrawal.makeSafe(
                    interrupted); // the profile was changed: not everything can be read back any more
        }
        try {
            PreparedDelivery delivery = link.prepare(jobId, written);
            Observation found = delivery.observe();
            return found.handshake().holds(jobId)
                    ? new DeliveryOutcome.Settled(finishHeld(delivery, found))
                    : withdrawal.makeSafe(interrupted);
        } catch (Stop stop) {
            return withdrawal.makeSafe(stop.problem());
        } catch (LinkException failure) {
            return broken(failure);
        }
    }

    private DeliveryOutcome run(FirstLook first, List<Setpoint> setpoints) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                Look look = attempt == 1 && !isOld(first.look().at())
                        ? first.look()
                        : Look.at(link, jobId, setpoints, clock);
                return new DeliveryOutcome.Settled(attempt(look.delivery(), look.before()));
            } catch (Stop stop) {
                return stopped(stop.problem());
            } catch (LinkException failure) {
                boolean lost = failure.kind() == LinkException.Kind.OUTCOME_UNKNOWN
                        || failure.kind() == LinkException.Kind.UNREACHABLE;
                boolean mayTryAgain =
                        lost && touched && attempt < profile.settings().attempts();
                if (!mayTryAgain || !withdrawal.connectionCameBack()) {
                    return broken(failure);
                }
            }
        }
    }

    private Job attempt(PreparedDelivery delivery, Observation before)
            throws LinkException, Stop, InterruptedException {
        if (touched && before.handshake().holds(jobId)) {
            return finishHeld(delivery, before);
        }
        stopIfInterlocked(before);
        record.foundBefore(delivery.values(), before.values());

        touched = true;
        delivery.invalidate();
        if (before.handshake().ready()) { // one that was seen false needs no further look than the read-back's
            stopUnlessCleared(delivery.handshake());
        }
        delivery.stage();

        waitFor(profile.settings().readBackDelay());
        Instant verified = verify(delivery, JobCode.VALUE_DIFFERS);
        if (!profile.settings().secondReadDelay().isZero()) {
            waitFor(profile.settings().secondReadDelay());
            verified = verify(delivery, JobCode.VALUE_CHANGED);
        }
        record.verifiedAndReleasing();
        if (isOld(verified)) { // the disk was slow; the machine may have changed meanwhile
            verify(delivery, JobCode.VALUE_CHANGED);
        }
        delivery.release();
        return awaitAcceptance(delivery);
    }

    /** After a lost answer: the machine is released for this job, or took it. True only if it holds every value. */
    private Job finishHeld(PreparedDelivery delivery, Observation found)
            throws Stop, LinkException, InterruptedException {
        if (!record.releasing()) {
            throw new Stop(problem(JobCode.FLAG_SET_BY_OTHERS, Map.of("machine", machine)));
        }
        if (found.handshake().took(jobId)) {
            return record.accepted(true);
        }
        record.foundAfter(delivery.values(), found.values(), delivery.showsWhatItHolds());
        stopOnMismatch(delivery, found, JobCode.VALUE_DIFFERS);
        return awaitAcceptance(delivery);
    }

    private void stopIfInterlocked(Observation observation) throws Stop {
        Optional<Problem> broken = InterlockCheck.firstBroken(profile.interlocks(), observation.interlocks(), machine);
        if (broken.isPresent()) {
            throw new Stop(touched ? interlockLost(broken.get()) : broken.get());
        }
    }

    private Problem interlockLost(Problem broken) {
        return problem(JobCode.INTERLOCK_LOST, broken.details());
    }

    private void stopUnlessCleared(HandshakeReading handshake) throws Stop {
        if (handshake.ready()) {
            throw new Stop(problem(JobCode.FLAG_NOT_CLEARED, Map.of("machine", machine)));
        }
    }

    private boolean isOld(Instant look) {
        return look.plus(FRESH).isBefore(clock.instant());
    }

    /** Everything must hold at once: each value, the job id, the flag still false, every interlock. When it was asked for. */
    private Instant verify(PreparedDelivery delivery, JobCode difference) throws Stop, LinkException {
        Instant asked = clock.instant();
        Observation found = delivery.observe();
        record.foundAfter(delivery.values(), found.values(), delivery.showsWhatItHolds());
        stopOnMismatch(delivery, found, difference);
        if (!found.handshake().jobId().equals(jobId)) {
            throw new Stop(problem(
                    JobCode.JOB_ID_DIFFERS,
                    Map.of(
                            "machine",
                            machine,
                            "wanted",
                            jobId,
                            "found",
                            found.handshake().jobId())));
        }
        if (found.handshake().ready()) {
            throw new Stop(problem(JobCode.FLAG_SET_BY_OTHERS, Map.of("machine", machine)));
        }
        stopIfInterlocked(found);
        return asked;
    }

    private void stopOnMismatch(PreparedDelivery delivery, Observation found, JobCode difference) throws Stop {
        List<Mismatch> mismatches = ReadBackVerification.mismatches(delivery.values(), found.values());
        if (!mismatches.isEmpty()) {
            throw new Stop(problem(difference, mismatches.get(0).facts(machine)));
        }
    }

    private Job awaitAcceptance(PreparedDelivery delivery) throws LinkException, Stop, InterruptedException {
        Instant deadline = clock.instant().plus(profile.settings().acceptTimeout());
        Duration poll = FIRST_POLL;
        for (int polls = 1; ; polls++) {
            if (delivery.handshake().took(jobId)) {
                return record.accepted(false);
            }
            if (clock.instant().isAfter(deadline)) {
                throw new Stop(problem(JobCode.NOT_ACCEPTED, Map.of("machine", machine)));
            }
            if (polls == POLLS_BEFORE_RELEASED_SHOWS) {
                record.released();
            }
            pause.sleep(poll);
            poll = poll.multipliedBy(2).compareTo(SLOWEST_POLL) < 0 ? poll.multipliedBy(2) : SLOWEST_POLL;
        }
    }

    private DeliveryOutcome stopped(Problem problem) throws InterruptedException {
        return touched ? withdrawal.makeSafe(problem) : new DeliveryOutcome.Settled(record.refused(problem));
    }

    private DeliveryOutcome broken(LinkException failure) throws InterruptedException {
        Problem problem = problems.problem(failure, machine);
        if (touched) {
            return withdrawal.makeSafe(problem);
        }
        return new DeliveryOutcome.Settled(
                failure.kind() == LinkException.Kind.INCOMPATIBLE ? record.refused(problem) : record.failed(problem));
    }

    private void waitFor(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            pause.sleep(duration);
        }
    }

    private Problem problem(JobCode code, Map<String, Object> facts) {
        return problems.problem(code, facts);
    }
}
