package org.keyway.opcua.handover;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyway.job.HealthCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hand-overs to all machines whose PLC fetches its jobs from us, and the one thread on which their PLCs' words are taken
 * in, in the order in which they came.
 */
@Singleton
final class Handovers {
    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

    /** So many beats between two renewals of our leases. */
    private static final int RENEWAL = 3;
    /**
     * After so long without a renewal our heartbeat stops. PLCs take no commit 5 s after that, which is before anybody else
     * can have the machine.
     */
    private static final Duration UNSURE = HandoverStore.LEASE.minusSeconds(7);

    private final HandoverStore store;
    private final Set<HealthCheck> checks;
    private final Clock clock;
    private final Map<String, MachineHandover> handovers = new ConcurrentHashMap<>();
    private final Map<String, HandoverBoard> boards = new ConcurrentHashMap<>();
    /** What PLCs said last: one may be there before its machine is served, and says it once. */
    private final Map<String, PlcReport> said = new ConcurrentHashMap<>();

    private volatile @Nullable ScheduledExecutorService thread;
    private Instant renewed = Instant.MIN;
    private long beats;

    @Inject
    Handovers(HandoverStore store, Set<HealthCheck> checks, Clock clock) {
        this.store = store;
        this.checks = Set.copyOf(checks);
        this.clock = clock;
    }

    /** Begins to serve a machine, or goes on with it under other terms. */
    synchronized MachineHandover serve(String machine, HandoverTerms terms, HandoverListener listener) {
        MachineHandover handover =
                handovers.computeIfAbsent(machine, id -> new MachineHandover(id, terms, store, clock));
        handover.serve(terms, listener);
        Optional.ofNullable(boards.get(machine)).ifPresent(handover::attach);
        if (thread == null) {
            thread = begin();
        }
        later(() -> hear(machine));
        return handover;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // beats until it is shut down, and logs what goes wrong
    private ScheduledExecutorService begin() {
        ScheduledExecutorService begun = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "handover");
            made.setDaemon(true);
            return made;
        });
        begun.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
        return begun;
    }

    /** Ends what {@link #serve} began; what was handed over stays as it is, on the disk and at the PLC. */
    synchronized void leave(String machine) {
        Optional.ofNullable(handovers.get(machine)).ifPresent(MachineHandover::leave);
        ScheduledExecutorService last = thread;
        if (last != null && handovers.values().stream().noneMatch(MachineHandover::isServed)) {
            last.shutdown();
            thread = null;
        }
    }

    /** The hand-over to a machine; empty when nobody has begun to serve it. */
    Optional<MachineHandover> of(String machine) {
        return Optional.ofNullable(handovers.get(machine));
    }

    /** Whether another process hands over to a machine that we would serve. */
    boolean standsBy() {
        return handovers.values().stream().anyMatch(handover -> handover.isServed() && !handover.isOurs());
    }

    /** Shows a machine's hand-over from now on. */
    synchronized void attach(String machine, HandoverBoard board) {
        boards.put(machine, board);
        of(machine).ifPresent(handover -> handover.attach(board));
    }

    synchronized void detach(String machine, HandoverBoard board) {
        boards.remove(machine, board);
        of(machine).ifPresent(handover -> handover.detach(board));
    }

    /** Takes in what a PLC wrote; returns at once. */
    void reported(String machine, PlcReport report) {
        said.put(machine, report);
        later(() -> hear(machine));
    }

    /** Always what was said last: an older word after a newer one would look like a PLC that machines what is over. */
    private void hear(String machine) {
        Optional.ofNullable(said.get(machine))
                .ifPresent(last -> of(machine).ifPresent(handover -> handover.report(last)));
    }

    /** A PLC's heartbeat moved; returns at once. */
    void heartbeat(String machine) {
        later(() -> of(machine).ifPresent(MachineHandover::heartbeat));
    }

    /** Without our lock: who calls may hold the machine's, which {@link #serve} waits for while it holds ours. */
    private void later(Runnable work) {
        ScheduledExecutorService running = thread;
        if (running == null) {
            return;
        }
        try {
            running.execute(() -> attempt(work));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("nobody takes in what PLCs say any more");
        }
    }

    private void beat() {
        if (beats % RENEWAL == 0) {
            attempt(this::renew);
        }
        beats++;
        boolean sure = clock.instant().isBefore(renewed.plus(UNSURE));
        boolean healthy = sure && checks.stream().map(HealthCheck::fault).allMatch(Optional::isEmpty);
        for (MachineHandover handover : handovers.values()) {
            attempt(() -> handover.beat(healthy));
        }
    }

    private void renew() {
        Set<String> held = handovers.entrySet().stream()
                .filter(entry -> entry.getValue().isOurs())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Instant asked = clock.instant();
        held.removeAll(store.renew());
        renewed = asked;
        handovers.forEach(
                (machine, handover) -> attempt(held.contains(machine) ? handover::lose : handover::takeIfFree));
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a hand-over could not be looked after", e);
        }
    }
}
