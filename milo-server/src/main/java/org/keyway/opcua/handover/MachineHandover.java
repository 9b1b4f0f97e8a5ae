package org.keyway.opcua.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keyway.job.link.MachineStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hand-over to one machine as it runs: every step is on the disk before it is published, and nothing is published while
 * the machine is another process's. Safe for use by several threads.
 */
final class MachineHandover {
    private static final Logger LOG = LoggerFactory.getLogger(MachineHandover.class);

    private final String machine;
    private final HandoverRecord record;
    private final HandoverVoice voice;
    private final Clock clock;
    private final HandoverLock lock = new HandoverLock();
    private HandoverTerms terms;
    private HandoverGateway gateway;
    private HandoverState state = HandoverState.NEW;
    private Optional<PlcReport> heard = Optional.empty();
    private Optional<PlcReport> unread = Optional.empty();

    /** A machine that nobody serves yet. */
    MachineHandover(String machine, HandoverTerms terms, HandoverStore store, Clock clock) {
        this.machine = machine;
        this.record = new HandoverRecord(machine, store);
        this.voice = new HandoverVoice(machine, clock);
        this.clock = clock;
        this.terms = terms;
        this.gateway = new HandoverGateway(terms);
    }

    private <T> T locked(Supplier<T> work) {
        return lock.locked(work);
    }

    private void locked(Runnable work) {
        lock.locked(work);
    }

    /**
     * Goes on where the hand-over stood, under a new epoch; or waits, while another process serves the machine. What is agreed
     * may change while nothing is under way.
     */
    void serve(HandoverTerms agreed, HandoverListener hears) {
        locked(() -> {
            terms = agreed;
            gateway = new HandoverGateway(agreed);
            voice.listen(Optional.of(hears));
            takeIfFree();
        });
    }

    /** Gives the machine free; what was handed over stays as it is. */
    void leave() {
        locked(() -> {
            voice.listen(Optional.empty());
            try {
                record.giveUp();
            } catch (RuntimeException runsOut) {
                LOG.warn("{} could not be given free, and is when its lease has run out", machine, runsOut);
            }
            standBack();
        });
    }

    boolean isServed() {
        return locked(voice::isHeard);
    }

    /** Whether the machine is ours to hand over to. */
    boolean isOurs() {
        return locked(record::isOurs);
    }

    /** Takes the machine when it can be had, and it is still wanted. */
    void takeIfFree() {
        locked(() -> {
            if (voice.isHeard() && !record.isOurs()) {
                record.take().ifPresent(kept -> state = kept);
                show();
            }
            look();
        });
    }

    /** Another process has taken the machine. */
    void lose() {
        locked(() -> {
            LOG.warn("{} is served by another process now", machine);
            record.lose();
            voice.end(Optional.of(HandoverNotice.HELD_ELSEWHERE));
            standBack();
            look();
        });
    }

    /** Shows nothing, knows nothing. What the PLC said here counts again when the machine is ours again. */
    private void standBack() {
        state = HandoverState.NEW;
        unread = unread.or(() -> heard);
        heard = Optional.empty();
        show();
        lock.changed();
    }

    /**
     * At the basic level an offer is its own commit. One from the disk may be of an older copy, so it is shown only to a PLC
     * that has said since our start what it took last.
     */
    private void show() {
        voice.show(state, record.epoch(), terms.isFull() || heard.isPresent());
    }

    void attach(HandoverBoard shown) {
        locked(() -> {
            voice.attach(shown);
            show();
        });
    }

    void detach(HandoverBoard shown) {
        locked(() -> voice.detach(shown));
    }

    MachineStatus status() {
        return locked(() -> voice.presence().status());
    }

    /** When the PLC last wrote its heartbeat or a report. */
    Optional<Instant> lastContact() {
        return locked(() -> voice.presence().heardAt());
    }

    HandoverState state() {
        return locked(() -> state);
    }

    Optional<PlcReport> heard() {
        return locked(() -> heard);
    }

    /** How the last offer ended, if not well. */
    Optional<HandoverNotice> ending() {
        return locked(voice::ending);
    }

    boolean isStaged() {
        return locked(() -> gateway.isStaged(state, heard));
    }

    Optional<HandoverCode> obstacle() {
        return locked(() ->
                record.isOurs() ? gateway.obstacle(state, heard, isAlive()) : Optional.of(HandoverCode.HELD_ELSEWHERE));
    }

    private boolean isAlive() {
        return voice.presence().isAlive();
    }

    /** The PLC's heartbeat moved. */
    void heartbeat() {
        locked(() -> {
            voice.presence().beat();
            look();
        });
    }

    /** The PLC says how things are; what can't be kept now is looked at again with the next beat. */
    void report(PlcReport report) {
        locked(() -> {
            voice.presence().hear();
            boolean known = heard.filter(last -> last.ackCounter() == report.ackCounter())
                    .isPresent();
            unread = known ? Optional.empty() : Optional.of(report);
            readReport();
        });
    }

    private void readReport() {
        if (unread.isEmpty() || !record.isOurs()) {
            return;
        }
        PlcReport report = unread.get();
        try {
            HandoverStep step = gateway.reported(state, report, clock.instant());
            boolean first = heard.isEmpty();
            heard = unread;
            apply(step);
            if (first) {
                show();
            }
            unread = Optional.empty();
            look();
        } catch (RuntimeException notKept) {
            LOG.error("what the PLC of {} reports can't be kept", machine, notKept);
        }
    }

    HandoverStep offer(Offer content) {
        return step(now -> gateway.offer(state, content, heard, isAlive(), now));
    }

    HandoverStep commit() {
        return step(now -> gateway.commit(state, heard, isAlive(), now));
    }

    HandoverStep cancel() {
        return step(now -> gateway.cancel(state, heard, now));
    }

    HandoverStep confirm() {
        return step(now -> gateway.confirm(state, now));
    }

    void force() {
        LOG.warn("{}: what is handed over, offer {}, is ended by hand", machine, state().seq());
        step(now -> gateway.force(state, now));
    }

    private HandoverStep step(Function<Instant, HandoverStep> decide) {
        return locked(() -> {
            HandoverStep step = record.isOurs()
                    ? decide.apply(clock.instant())
                    : HandoverStep.refused(state, HandoverCode.HELD_ELSEWHERE);
            apply(step);
            look();
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
            look();
            if (healthy && record.isOurs()) {
                voice.beat(state);
            }
        });
    }

    /** On the disk first, then published, then told. */
    private void apply(HandoverStep step) {
        HandoverState before = state;
        if (!step.state().equals(before)) {
            record.save(step.state());
            state = step.state();
            show();
        }
        for (HandoverNotice notice : step.notices()) {
            voice.tell(notice, before, state, heard);
        }
        lock.changed();
    }

    private void look() {
        if (record.isOurs()) {
            voice.look(HandoverWatch.look(terms, state, heard, clock.instant()), state, heard);
        } else {
            voice.standBy(state);
        }
    }

    /** Forgets how an offer ended, for the next. */
    void forgetEnding() {
        locked(() -> voice.end(Optional.empty()));
    }

    /**
     * Waits until a look finds something.
     *
     * @return what it found; empty when it did not in time, or nobody serves the machine any more
     */
    <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) throws InterruptedException {
        return lock.await(patience, voice::isHeard, look);
    }
}
