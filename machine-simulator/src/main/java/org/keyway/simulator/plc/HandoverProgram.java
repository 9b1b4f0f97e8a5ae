package org.keyway.simulator.plc;

/**
 * The full level: an offer is read into a staging area and checked, told with a number that no staging had before, and made
 * active only by a commit that names the offer and this number.
 */
public final class HandoverProgram extends PlcProgram {
    private static final int MOST_BAD_READS = 3;

    /** A program that goes on where these left off. */
    public HandoverProgram(PlcSettings settings, PlcMemory memory, PlcWork work) {
        super(settings, memory, work);
    }

    @Override
    void follow(OfferImage in, long now) {
        if (state == STAGED) {
            awaitCommit(in, now);
        } else if (in.offerSeqBegin() == 0 || in.offerSeqBegin() != in.offerSeqEnd()) {
            badReads = 0; // nothing is offered, or it is being written
        } else if (in.offerSeqBegin() == lastDoneSeq) {
            tellDone();
        } else if (state != REJECTED || stageSeq != in.offerSeqBegin()) {
            read(in, now);
        }
    }

    private void tellDone() {
        if (state != DONE) {
            state = DONE;
            announce();
        }
    }

    private void read(OfferImage in, long now) {
        boolean whole = in.isComplete() && (settings.echo() || ImageCrc.of(in) == in.offerCrc());
        if (!whole) {
            badReads = badSeq == in.offerSeqBegin() ? badReads + 1 : 1; // offers that change quickly are no bad offer
            badSeq = in.offerSeqBegin();
            state = READING;
            if (badReads == MOST_BAD_READS) {
                reject(in, REJECT_CRC, 0);
            }
        } else if (isFit(in)) {
            stage(in, now);
        }
    }

    private void stage(OfferImage in, long now) {
        staging = in;
        stageSeq = in.offerSeqBegin();
        stagedAt = now;
        badReads = 0;
        stageNo = PlcCounter.next(stageNo);
        state = STAGED;
        announce();
    }

    private void awaitCommit(OfferImage in, long now) {
        boolean committed = in.commitSeq() == stageSeq && in.commitStageNo() == stageNo;
        if (committed && isGatewayAlive(now)) {
            activate(staging);
        } else if (in.offerSeqBegin() != stageSeq || now - stagedAt > settings.stageMillis()) {
            drop(stageSeq);
            announce();
        }
    }

    @Override
    OfferImage shown() {
        if (state == STAGED) {
            return staging;
        }
        return activeSeq == 0 ? OfferImage.NOTHING : active;
    }

    @Override
    void drop(long seq) {
        clearStaging();
        state = DROPPED;
    }
}
