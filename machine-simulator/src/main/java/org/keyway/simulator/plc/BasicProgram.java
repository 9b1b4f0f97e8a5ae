package org.keyway.simulator.plc;

/** The basic level: an offer is taken in the cycle that reads it, and acknowledged by its number. */
public final class BasicProgram extends PlcProgram {
    /** A program that goes on where these left off. */
    public BasicProgram(PlcSettings settings, PlcMemory memory, PlcWork work) {
        super(settings, memory, work);
    }

    @Override
    void follow(OfferImage in, long now) {
        long seq = in.offerSeqBegin();
        boolean refused = stageSeq == seq;
        boolean offered = seq != 0 && seq == in.offerSeqEnd() && in.isComplete();
        if (offered && isNew(seq) && !refused && isGatewayAlive(now) && isFit(in)) {
            ackSeq = seq;
            activate(in);
        }
    }

    /** Later than all that was taken: a server on a database restored from an older copy shows again what was done long ago. */
    private boolean isNew(long seq) {
        return ackSeq == 0 || PlcCounter.isAfter(seq, ackSeq);
    }

    @Override
    long shownStageSeq() {
        return state == REJECTED || state == DROPPED ? stageSeq : 0;
    }

    @Override
    OfferImage shown() {
        return OfferImage.NOTHING;
    }

    @Override
    void drop(long seq) {
        clearStaging();
        stageSeq = seq; // names what it let go of, and will not take it any more
        state = DROPPED;
    }
}
