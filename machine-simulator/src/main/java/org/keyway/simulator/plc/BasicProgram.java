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
        if (offered && seq != ackSeq && seq != lastDoneSeq && !refused && isGatewayAlive(now) && isFit(in)) {
            ackSeq = seq;
            activate(in);
        }
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
