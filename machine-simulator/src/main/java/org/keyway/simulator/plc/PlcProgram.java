package org.keyway.simulator.plc;

import java.util.List;
import org.keyway.simulator.plc.PlcSettings.Span;

/**
 * The program of a PLC that takes its jobs from a server: what is common to both levels. One call is one cycle of the PLC; a
 * call never waits. Variables have the names that they have in {@code plc/}.
 */
public abstract class PlcProgram {
    /** States, as the server knows them. */
    public static final int IDLE = 0;

    public static final int READING = 1;
    public static final int STAGED = 2;
    public static final int ACTIVE = 3;
    public static final int RUNNING = 4;
    public static final int DONE = 5;
    public static final int REJECTED = 6;
    public static final int DROPPED = 7;
    public static final int FAULT = 8;
    public static final int HELD = 9;

    /** Why an offer is rejected. */
    public static final int REJECT_CRC = 1;

    public static final int REJECT_UNKNOWN_PARAMETER = 2;
    public static final int REJECT_LIMIT = 3;
    public static final int REJECT_PROGRAM = 4;
    public static final int REJECT_OTHER = 99;

    static final int MOST_PARAMETERS = 64;

    final PlcSettings settings;

    // Retentive.
    long bootId;
    long stageNo;
    long activeSeq;
    OfferImage active;
    long runsLeft;
    long runsCompleted;
    long partsGood;
    long lastDoneSeq;
    long ackSeq;
    private long ackCounter;
    private long epoch;

    // Gone with the power.
    int state;
    long stageSeq;
    OfferImage staging;
    long stagedAt;
    long badSeq;
    int badReads;
    int rejectCode;
    int rejectParamNo;
    private boolean cycling;
    private long heartbeat;
    private long heartbeatAt;

    PlcProgram(PlcSettings settings, PlcMemory memory, PlcWork work) {
        this.settings = settings;
        bootId = memory.bootId();
        stageNo = memory.stageNo();
        activeSeq = memory.activeSeq();
        active = memory.active();
        runsLeft = memory.runsLeft();
        runsCompleted = memory.runsCompleted();
        partsGood = memory.partsGood();
        lastDoneSeq = memory.lastDoneSeq();
        ackSeq = memory.ackSeq();
        ackCounter = memory.ackCounter();
        epoch = memory.epoch();
        state = work.state();
        stageSeq = work.stageSeq();
        staging = work.staging();
        stagedAt = work.stagedAt();
        badSeq = work.badSeq();
        badReads = work.badReads();
        rejectCode = work.rejectCode();
        rejectParamNo = work.rejectParamNo();
        cycling = work.cycling();
        heartbeat = work.heartbeat();
        heartbeatAt = work.heartbeatAt();
    }

    /** What survives a loss of power. */
    public PlcMemory memory() {
        return new PlcMemory(
                bootId,
                stageNo,
                activeSeq,
                active,
                runsLeft,
                runsCompleted,
                partsGood,
                lastDoneSeq,
                ackSeq,
                ackCounter,
                epoch);
    }

    /** What doesn't. */
    public PlcWork work() {
        return new PlcWork(
                state,
                stageSeq,
                staging,
                stagedAt,
                badSeq,
                badReads,
                rejectCode,
                rejectParamNo,
                cycling,
                heartbeat,
                heartbeatAt);
    }

    /** The power comes: what was staged is gone, what was active waits for the operator. */
    public void powerUp() {
        bootId = PlcCounter.next(bootId);
        state = activeSeq == 0 ? IDLE : HELD;
        announce();
    }

    /** Reports again, as after each connection: the server may have lost what it knew. */
    public void announce() {
        ackCounter = PlcCounter.next(ackCounter);
    }

    /**
     * One cycle with what was read last.
     *
     * @param now in milliseconds, on a clock that only goes forward
     */
    public void scan(OfferImage in, long now) {
        if (in.gatewayEpoch() < epoch) {
            return; // of a gateway that another has followed: neither an offer nor a commit, nor a sign of life
        }
        epoch = in.gatewayEpoch();
        if (in.gatewayHeartbeat() != heartbeat) {
            heartbeat = in.gatewayHeartbeat();
            heartbeatAt = now;
        }
        if (in.withdrawSeq() != 0) {
            answerWithdraw(in.withdrawSeq());
        } else if (activeSeq == 0) {
            follow(in, now);
        }
    }

    /** What to do with an offer, or without one, while nothing is active. */
    abstract void follow(OfferImage in, long now);

    /** Lets go of what is not active yet. */
    abstract void drop(long seq);

    /** Answers every time: an answer may have been lost. While something is active, that is the answer; it is never dropped. */
    private void answerWithdraw(long seq) {
        if (activeSeq == 0 && (seq == lastDoneSeq || seq == ackSeq)) {
            state = DONE;
        } else if (activeSeq == 0) {
            drop(seq);
        }
        announce();
    }

    /** Which offer the state is about. */
    long shownStageSeq() {
        return stageSeq;
    }

    boolean isGatewayAlive(long now) {
        return now - heartbeatAt <= settings.staleMillis();
    }

    /** Takes an offer for its own, in one cycle. */
    void activate(OfferImage offer) {
        activeSeq = offer.offerSeqBegin();
        active = offer;
        runsLeft = offer.runsPlanned();
        runsCompleted = 0;
        partsGood = 0;
        clearStaging();
        state = ACTIVE;
        announce();
    }

    void clearStaging() {
        staging = OfferImage.NOTHING;
        stageSeq = 0;
        badReads = 0;
    }

    void reject(OfferImage in, int code, int paramNo) {
        clearStaging();
        stageSeq = in.offerSeqBegin();
        rejectCode = code;
        rejectParamNo = paramNo;
        state = REJECTED;
        announce();
    }

    /** Whether this machine can do what is offered; if not, it is rejected. */
    boolean isFit(OfferImage in) {
        for (int i = 0; i < in.paramCount(); i++) {
            int no = in.paramNo().get(i);
            Span span = settings.limits().get(no);
            if (span == null || !span.holds(in.paramValue().get(i))) {
                reject(in, span == null ? REJECT_UNKNOWN_PARAMETER : REJECT_LIMIT, no);
                return false;
            }
        }
        if (in.runsPlanned() == 0) {
            reject(in, REJECT_OTHER, 0);
            return false;
        }
        boolean known = settings.programs().isEmpty() || settings.programs().contains(in.programNo());
        if (!known) {
            reject(in, REJECT_PROGRAM, 0);
        }
        return known;
    }

    /** The interlock of the cycle start; nothing from the network is in it. */
    public boolean isStartPermitted(boolean partPresent) {
        return activeSeq != 0 && runsLeft > 0 && partPresent && state == ACTIVE;
    }

    /** The operator, or a robot, starts; what it machines by is in {@link #memory}. */
    public void startCycle() {
        if (isStartPermitted(true)) {
            cycling = true;
            state = RUNNING;
            announce();
        }
    }

    /** The part is done. */
    public void endCycle(boolean good) {
        if (!cycling) {
            return;
        }
        cycling = false;
        runsLeft--;
        runsCompleted++;
        partsGood += good ? 1 : 0;
        state = ACTIVE;
        if (runsLeft == 0) {
            lastDoneSeq = activeSeq;
            activeSeq = 0;
            state = DONE;
        }
        announce();
    }

    /** After a loss of power the operator has looked at the part and goes on. */
    public void resume() {
        if (state == HELD) {
            state = ACTIVE;
            announce();
        }
    }

    /** What it shows of what it holds; nothing where it shows nothing. */
    abstract OfferImage shown();

    /** What it tells the server. */
    public PlcReport report() {
        OfferImage shown = shown();
        boolean something = shown.offerSeqBegin() != 0;
        return new PlcReport(
                bootId,
                stageNo,
                something && !settings.echo() ? ImageCrc.of(shown) : 0,
                settings.echo() ? shown.paramNo().subList(0, shown.paramCount()) : List.of(),
                settings.echo() ? shown.paramValue().subList(0, shown.paramCount()) : List.of(),
                state,
                shownStageSeq(),
                activeSeq,
                lastDoneSeq,
                rejectCode,
                rejectParamNo,
                runsCompleted,
                partsGood,
                0,
                ackSeq,
                ackCounter);
    }
}
