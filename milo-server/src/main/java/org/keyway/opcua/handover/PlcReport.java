package org.keyway.opcua.handover;

import java.util.List;

/**
 * What a PLC last said of itself, as one whole.
 *
 * @param bootId +1 at each start of the PLC
 * @param stageNo +1 at each staging, kept over a loss of power
 * @param stageCrc over the PLC's own copy; 0 if it can't
 * @param echo the PLC's own copy, where it shows it
 * @param stageSeq the offer that it staged or rejected; at the basic level also the one that it dropped
 * @param activeSeq the offer by which it machines; 0 for none
 * @param lastDoneSeq the offer that it finished last, kept over a loss of power
 * @param ackSeq at the basic level: the offer that it took last, kept over a loss of power
 * @param ackCounter +1 with each report
 */
record PlcReport(
        long bootId,
        long stageNo,
        long stageCrc,
        List<OfferParameter> echo,
        PlcState state,
        long stageSeq,
        long activeSeq,
        long lastDoneSeq,
        int rejectCode,
        int rejectParamNo,
        long runsCompleted,
        long partsGood,
        int resultCode,
        long ackSeq,
        long ackCounter) {
    PlcReport {
        echo = List.copyOf(echo);
    }

    /** Whether it could take an offer. */
    boolean isIdle() {
        return activeSeq == 0
                && (state == PlcState.IDLE
                        || state == PlcState.DONE
                        || state == PlcState.REJECTED
                        || state == PlcState.DROPPED);
    }
}
