package org.keyway.job.machine;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobQuery;
import org.keyway.job.MachineBoard;
import org.keyway.job.MachineDoubt;
import org.keyway.job.Service;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.Setpoint;
import org.keyway.job.teach.MachineReader;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machines of the workshop in force; a change of the workshop adds, renews and removes them while it runs. */
@Singleton
public final class MachineFleet implements MachineBoard, MachineReader, MachineDoubt, Service {
    private static final Logger LOG = LoggerFactory.getLogger(MachineFleet.class);
    private static final long TICK_MILLIS = 500;

    private final WorkshopSource workshop;
    private final Map<String, MachineLinkFactory> links;
    private final FleetTools tools;
    private final Map<String, MachineWorker> workers = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService ticker;

    @Inject
    MachineFleet(WorkshopSource workshop, Map<String, MachineLinkFactory> links, FleetTools tools) {
        this.workshop = workshop;
        this.links = links;
        this.tools = tools;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // ticks until the executor is shut down, and logs what goes wrong
    public synchronized void start() {
        ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "machine-ticker"));
        ticker = clock;
        workshop.onChange(this::reconcile);
        reconcile();
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Makes the workers fit the workshop; one whose machine changed lets its delivery come to rest first. */
    private synchronized void reconcile() {
        if (ticker == null) {
            return;
        }
        Workshop current = workshop.current();
        for (Map.Entry<String, MachineWorker> entry : List.copyOf(workers.entrySet())) {
            if (!fits(entry.getValue(), current, entry.getKey())) {
                workers.remove(entry.getKey());
                entry.getValue().stop();
            }
        }
        for (Machine machine : current.machines()) {
            current.profile(machine.profile()).ifPresent(profile -> open(machine, profile));
        }
    }

    private static boolean fits(MachineWorker worker, Workshop workshop, String id) {
        Optional<Machine> machine = workshop.machine(id);
        Optional<MachineProfile> profile = machine.flatMap(known -> workshop.profile(known.profile()));
        return machine.isPresent() && profile.isPresent() && worker.serves(machine.get(), profile.get());
    }

    private void open(Machine machine, MachineProfile profile) {
        MachineLinkFactory factory = links.get(profile.delivery());
        if (factory == null) {
            LOG.error("{} has no delivery method {}", machine.id(), profile.delivery());
        } else {
            workers.computeIfAbsent(machine.id(), id -> new MachineWorker(machine, profile, factory, tools));
        }
    }

    private void tick() {
        for (MachineWorker worker : workers.values()) {
            try {
                worker.tick();
            } catch (RuntimeException e) {
                LOG.error("a machine's regular look failed", e);
            }
        }
    }

    /** Takes a machine for one delivery. */
    public Claim claim(String machine) {
        MachineWorker worker = workers.get(machine);
        if (worker == null) {
            return new Claim.Absent();
        }
        return worker.claim() ? new Granted(worker) : new Claim.Busy();
    }

    /** Whether a machine could be had for one delivery. */
    public sealed interface Claim {
        /** It has no worker: its delivery method is not there. */
        record Absent() implements Claim {}

        /** It has another delivery under way. */
        record Busy() implements Claim {}

        /** It is ours until a delivery has come to rest, or until it is given up: one of the two must follow. */
        sealed interface Held extends Claim permits Granted {
            /**
             * Begins the delivery. Nothing is written to the machine before the intent is on record.
             *
             * @param intent completes with the job once its intent to stage is on record; when it fails, nothing is written
             * @return completes with the job when it has come to rest
             */
            CompletableFuture<Job> deliver(String jobId, CompletableFuture<Job> intent, List<Setpoint> setpoints);

            /** Gives the machine free without a delivery. */
            void giveUp();
        }
    }

    private record Granted(MachineWorker worker) implements Claim.Held {
        @Override
        public CompletableFuture<Job> deliver(String jobId, CompletableFuture<Job> intent, List<Setpoint> setpoints) {
            return worker.deliver(jobId, intent, setpoints);
        }

        @Override
        public void giveUp() {
            worker.unclaim();
        }
    }

    @Override
    public List<Doubt> open(String machine) {
        return Optional.ofNullable(workers.get(machine))
                .map(MachineWorker::doubts)
                .orElse(List.of());
    }

    @Override
    public MachineDoubt.Outcome end(String machine, Statement statement) {
        MachineWorker worker = workers.get(machine);
        if (!statement.isComplete()) {
            return refused(JobCode.NOT_TWO_PEOPLE, machine);
        }
        if (worker == null || !worker.claim()) {
            return refused(worker == null ? JobCode.NO_DELIVERY_METHOD : JobCode.MACHINE_BUSY, machine);
        }
        try {
            return worker.endOfDoubt().end(statement);
        } finally {
            worker.unclaim();
        }
    }

    private MachineDoubt.Outcome refused(JobCode code, String machine) {
        Map<String, Object> facts = Map.of("machine", machine, "delivery", "");
        return new MachineDoubt.Outcome.Refused(tools.delivery().problems().problem(code, facts));
    }

    @Override
    public Answer read(String machine, List<String> nodes) throws LinkException {
        MachineWorker worker = workers.get(machine);
        return worker == null ? new Answer.Absent() : worker.readNow(nodes);
    }

    @Override
    public MachineStatus status(String machine) {
        MachineWorker worker = workers.get(machine);
        return worker == null ? MachineStatus.offline(tools.delivery().clock().instant()) : worker.status();
    }

    @Override
    public Optional<Instant> lastContact(String machine) {
        return Optional.ofNullable(workers.get(machine)).flatMap(MachineWorker::lastContact);
    }

    @Override
    public Optional<Job> currentJob(String machine) {
        return tools.jobs().search(JobQuery.ofMachine(machine)).stream().findFirst();
    }

    @Override
    public void stop() {
        ScheduledExecutorService clock;
        synchronized (this) {
            clock = ticker;
            ticker = null;
        }
        if (clock != null) {
            clock.shutdownNow();
        }
        workers.values().parallelStream().forEach(MachineWorker::stop);
        workers.clear();
    }
}
