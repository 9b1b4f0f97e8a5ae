package org.keyway.opcua.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.MachineStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hand-over to one machine as it runs: every step is on the disk before it is published. Safe for use by several threads.
 */
final class MachineHandover {
    private static final Logger LOG = LoggerFactory.getLogger(MachineHandover.class);

    private final String machine;
    private final HandoverStore store;
    private final Clock clock;
    private final HandoverJson json = new HandoverJson();
    private final long epoch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private HandoverGateway gateway;
    private HandoverState state;
    private Optional<PlcReport> heard = Optional.empty();
    private Optional<PlcReport> unread = Optional.empty();
    private Optional<HandoverNotice> ending = Optional.empty();
    private final PlcPresence presence;
    private long heartbeat;
    private @Nullable HandoverBoard board;
    private @Nullable HandoverListener listener;

    /** Goes on where the hand-over stood, with one epoch more. */
    MachineHandover(String machine, HandoverTerms terms, HandoverStore store, Clock clock) {
        this.machine = machine;
        this.store = store;
        this.clock = clock;
        this.gateway = new HandoverGateway(terms);
        HandoverStore.Kept kept = store.begin(machine);
        this.epoch = kept.epoch();
        this.state = kept.document().map(json::read).orElse(HandoverState.NEW);
        this.presence = new PlcPresence(clock);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** What is agreed may change while nothing is under way. */
    void serve(HandoverTerms terms, HandoverListener hears) {
        locked(() -> {
            gateway = new HandoverGateway(terms);
            listener = hears;
            return true;
        });
    }

    void leave() {
        locked(() -> {
            listener = null;
            changed.signalAll();
            return true;
        });
    }

    boolean isServed() {
        return locked(() -> listener != null);
    }

    void attach(HandoverBoard shown) {
        locked(() -> {
            board = shown;
            publish();
            return true;
        });
    }

    void detach(HandoverBoard shown) {
        locked(() -> {
            if (board == shown) { // what the PLC said stays true: its nodes come back, and it need not say it again
                board = null;
            }
            return true;
        });
    }

    MachineStatus status() {
        return locked(presence::status);
    }

    /** When the PLC last wrote its heartbeat or a report. */
    Optional<Instant> lastContact() {
        return locked(presence::heardAt);
    }

    HandoverState state() {
        return locked(() -> state);
    }

    Optional<PlcReport> heard() {
        return locked(() -> heard);
    }

    /** How the last offer ended, if not well. */
    Optional<HandoverNotice> ending() {
        return locked(() -> ending);
    }

    boolean isStaged() {
        return locked(() -> gateway.isStaged(state, heard));
    }

    Optional<HandoverCode> obstacle() {
        return locked(() -> gateway.obstacle(state, heard, presence.isAlive()));
    }

    /** The PLC's heartbeat moved. */
    void heartbeat() {
        locked(() -> {
            presence.beat();
            tellStatus();
            return true;
        });
    }

    /** The PLC says how things are; what can't be kept now is looked at again with the next beat. */
    void report(PlcReport report) {
        locked(() -> {
            presence.hear();
            boolean known = heard.filter(last -> last.ackCounter() == report.ackCounter())
                    .isPresent();
            unread = known ? Optional.empty() : Optional.of(report);
            readReport();
            return true;
        });
    }

    private void readReport() {
        if (unread.isEmpty()) {
            return;
        }
        PlcReport report = unread.get();
        try {
            HandoverStep step = gateway.reported(state, report, clock.instant());
            heard = unread;
            apply(step);
            unread = Optional.empty();
            tellStatus();
        } catch (RuntimeException notKept) {
            LOG.error("what the PLC of {} reports can't be kept", machine, notKept);
        }
    }

    HandoverStep offer(Offer content) {
        return step(now -> gateway.offer(state, content, heard, presence.isAlive(), now));
    }

    HandoverStep commit() {
        return step(now -> gateway.commit(state, heard, presence.isAlive(), now));
    }

    HandoverStep cancel() {
        return step(now -> gateway.cancel(state, heard, now));
    }

    HandoverStep confirm() {
        return step(now -> gateway.confirm(state, now));
    }

    void force() {
        HandoverStep ended = step(now -> gateway.force(state, now));
        LOG.warn(
                "{}: what was handed over was ended by hand; next offer {}",
                machine,
                ended.state().nextSeq());
    }

    private HandoverStep step(Function<Instant, HandoverStep> decide) {
        return locked(() -> {
            HandoverStep step = decide.apply(clock.instant());
            apply(step);
            return step;
        });
    }

    /**
     * Lets a second pass.
     *
     * @param healthy whether all is well with us; else the PLC must see that it isn't
     */
    void beat(boolean healthy) {
        locked(() -> {
            readReport();
            apply(gateway.look(state, heard, clock.instant()));
            tellStatus();
            HandoverBoard shown = board;
            if (healthy && shown != null) {
                heartbeat = SequenceNumber.after(heartbeat);
                shown.beat(heartbeat, GatewayBlock.of(state, clock.instant()).ttlMillis());
            }
            return true;
        });
    }

    /** On the disk first, then published, then told. */
    private void apply(HandoverStep step) {
        HandoverState before = state;
        if (!step.state().equals(before)) {
            store.save(machine, epoch, step.state().nextSeq(), json.write(step.state()));
            state = step.state();
            publish();
        }
        for (HandoverNotice notice : step.notices()) {
            tell(notice, before);
        }
        changed.signalAll();
    }

    private void publish() {
        HandoverBoard shown = board;
        if (shown != null) {
            shown.show(GatewayBlock.of(state, clock.instant()), epoch);
        }
    }

    private void tell(HandoverNotice notice, HandoverState before) {
        LOG.info("{} offer {} ({}): {}", machine, before.seq(), before.job(), notice);
        HandoverListener hears = listener;
        if (notice == HandoverNotice.TAKEN && hears != null) {
            hears.taken(state.accepted());
        }
        if (notice == HandoverNotice.DONE && hears != null) {
            hears.done(state.done());
        }
        if (notice != HandoverNotice.TAKEN && notice != HandoverNotice.DONE && notice != HandoverNotice.PLC_RESTARTED) {
            boolean why = notice == HandoverNotice.WITHDRAWN && ending.isPresent();
            ending = why ? ending : Optional.of(notice);
        }
        HandoverBoard shown = board;
        if (notice.code().isPresent() && shown != null) {
            shown.alarm(notice.code().get(), before, heard);
        }
    }

    /** Forgets how an offer ended, for the next. */
    void forgetEnding() {
        locked(() -> {
            ending = Optional.empty();
            return true;
        });
    }

    private void tellStatus() {
        Optional<MachineStatus> news = presence.news(heard);
        HandoverListener hears = listener;
        if (news.isPresent() && hears != null) {
            hears.statusChanged(news.get());
        }
    }

    /**
     * Waits until a look finds something.
     *
     * @return what it found; empty when it did not in time, or nobody serves the machine any more
     */
    <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            Optional<T> found = look.get();
            while (found.isEmpty() && left > 0 && listener != null) {
                left = changed.awaitNanos(left);
                found = look.get();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }
}
