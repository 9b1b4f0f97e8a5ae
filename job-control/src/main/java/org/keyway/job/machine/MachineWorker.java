package org.keyway.job.machine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.MachineDoubt;
import org.keyway.job.Problem;
import org.keyway.job.delivery.Delivery;
import org.keyway.job.delivery.DeliveryOutcome;
import org.keyway.job.delivery.FirstLook;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.Setpoint;
import org.keyway.job.teach.MachineReader;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One machine: its link, and the one thread on which everything is done to it. */
final class MachineWorker implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(MachineWorker.class);
    private static final long LAST_PATIENCE_SECONDS = 3;

    private final Machine machine;
    private final MachineProfile profile;
    private final FleetTools tools;
    private final MachineLink link;
    private final Settlement settlement;
    private final Completion completion;
    private final ExecutorService thread;
    private final DeliveryClaim claim = new DeliveryClaim();
    private final AtomicBoolean lookNeeded = new AtomicBoolean(true);
    private final Queue<String> doneUnread = new ConcurrentLinkedQueue<>();

    MachineWorker(Machine machine, MachineProfile profile, MachineLinkFactory links, FleetTools tools) {
        this.machine = machine;
        this.profile = profile;
        this.tools = tools;
        this.thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "machine-" + machine.id()));
        this.link = links.open(machine, profile, this);
        this.settlement = new Settlement(machine.id(), profile, link, tools.jobs(), tools.delivery());
        this.completion = new Completion(
                machine.id(), profile, link, tools.jobs(), tools.delivery().recorder());
    }

    boolean serves(Machine candidate, MachineProfile candidateProfile) {
        return machine.equals(candidate) && profile.equals(candidateProfile);
    }

    MachineStatus status() {
        return link.status();
    }

    Optional<Instant> lastContact() {
        return link.lastContact();
    }

    /** Takes the machine for one delivery; false when it is taken. */
    boolean claim() {
        return claim.take();
    }

    /** Reads nodes; a delivery that is under way before or after may have changed them meanwhile. */
    MachineReader.Answer readNow(List<String> nodes) throws LinkException {
        return claim.readBetween(link, nodes);
    }

    void unclaim() {
        claim.giveUp();
    }

    EndOfDoubt endOfDoubt() {
        return new EndOfDoubt(machine.id(), link, tools);
    }

    /** What only people can end; a job that is being delivered is in no doubt yet. */
    List<MachineDoubt.Doubt> doubts() {
        return endOfDoubt().open(claim.isTaken());
    }

    /**
     * Delivers a job for which the machine was claimed, and gives the machine free. The machine is looked at meanwhile;
     * nothing is written before the intent is on record, and nothing at all when it can't be.
     *
     * @param intent completes with the job once its intent to stage is on record
     */
    CompletableFuture<Job> deliver(String jobId, CompletableFuture<Job> intent, List<Setpoint> setpoints) {
        CompletableFuture<Job> atRest = new CompletableFuture<>();
        try {
            thread.execute(() -> {
                try {
                    Job ended = deliverNow(jobId, intent, setpoints);
                    unclaim();
                    atRest.complete(ended);
                } catch (Throwable notAtRest) { // whatever it is, the machine must not stay taken for ever
                    lookNeeded.set(true);
                    unclaim();
                    atRest.completeExceptionally(notAtRest);
                }
            });
        } catch (RejectedExecutionException stopping) {
            unclaim();
            return intent.thenApply(job -> fail(job, problem(JobCode.INTERRUPTED)));
        }
        return atRest;
    }

    private Job deliverNow(String jobId, CompletableFuture<Job> intent, List<Setpoint> setpoints)
            throws ExecutionException, InterruptedException {
        Optional<FirstLook> early = lookNeeded.get() ? Optional.empty() : Optional.of(firstLook(jobId, setpoints));
        Job job = intent.get();
        try {
            Optional<Problem> unsettled = settle(jobId);
            if (unsettled.isPresent()) {
                return fail(job, unsettled.get());
            }
            FirstLook look = early.orElseGet(() -> firstLook(jobId, setpoints));
            DeliveryOutcome outcome = Delivery.deliver(link, profile, job, look, setpoints, tools.delivery());
            if (outcome instanceof DeliveryOutcome.InDoubt) {
                lookNeeded.set(true);
            }
            return outcome.job();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return job;
        } catch (RuntimeException | Error defect) {
            lookNeeded.set(true);
            return new Defect(machine.id(), link, tools).fail(job, defect);
        }
    }

    private FirstLook firstLook(String jobId, List<Setpoint> setpoints) {
        return FirstLook.take(link, jobId, setpoints, tools.delivery().clock());
    }

    private Job fail(Job job, Problem problem) {
        return tools.delivery().recorder().record(job, new JobEvent.Failed(problem, List.of()));
    }

    private Problem problem(JobCode code) {
        return tools.delivery().problems().problem(code, Map.of("machine", machine.id()));
    }

    private Optional<Problem> settle(String aboutToDeliver) throws InterruptedException {
        if (!lookNeeded.get()) {
            return Optional.empty();
        }
        Optional<Problem> problem = settlement.settleAllBut(aboutToDeliver);
        if (problem.isEmpty()) {
            lookNeeded.set(false);
            completeWhatIsDone();
        }
        return problem;
    }

    /** A job found accepted only now may have been reported done before. */
    private void completeWhatIsDone() {
        try {
            String done = link.handshake().done();
            if (!done.isEmpty()) {
                jobDone(done);
            }
        } catch (LinkException later) {
            LOG.info("{} can't say yet what it has done: {}", machine.id(), later.getMessage());
        }
    }

    /** Called every now and then: settles what is left over once the machine is there again. */
    void tick() {
        if (!link.status().online()) {
            return;
        }
        if (lookNeeded.get() && claim()) {
            onThread(() -> {
                try {
                    settle("").ifPresent(problem -> LOG.warn("{} not settled: {}", machine.id(), problem.code()));
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                } finally {
                    unclaim();
                }
            });
        }
        if (!doneUnread.isEmpty()) {
            onThread(this::completeReported);
        }
    }

    @Override
    public void statusChanged(MachineStatus status) {
        tools.news().machineChanged(machine.id(), status);
    }

    @Override
    public void jobAccepted(String jobId) {
        LOG.debug("{} took {}", machine.id(), jobId);
    }

    @Override
    public void jobDone(String jobId) {
        doneUnread.add(jobId);
        onThread(this::completeReported);
    }

    private void completeReported() {
        for (int waiting = doneUnread.size(); waiting > 0; waiting--) {
            Optional.ofNullable(doneUnread.poll()).ifPresent(this::completeReported);
        }
    }

    private void completeReported(String jobId) {
        try {
            completion.complete(jobId);
        } catch (LinkException later) {
            LOG.info("results of {} can't be read yet: {}", jobId, later.getMessage());
            doneUnread.add(jobId);
        } catch (RuntimeException e) {
            LOG.error("job {} could not be completed", jobId, e);
        }
    }

    private void onThread(Runnable work) {
        try {
            thread.execute(() -> attempt(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} is stopping", machine.id());
        }
    }

    /** What fails here, because the database is gone for instance, comes again with a later tick. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} could not be looked after", machine.id(), e);
        }
    }

    /**
     * Lets a delivery under way come to rest, then ends the session. One that takes too long loses its connection, which
     * ends it; its thread is never interrupted, because it may be writing the journal.
     */
    void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(profile.settings().acceptTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                link.close();
                thread.awaitTermination(LAST_PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        link.close();
    }
}
