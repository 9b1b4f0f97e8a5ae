package org.keyway.simulator.plc;

/**
 * What a PLC holds in its work memory, gone with the power.
 *
 * @param state one of {@link PlcProgram}'s states
 * @param stageSeq what it staged, rejected, or at the basic level dropped
 * @param staging the offer that it staged
 * @param stagedAt in milliseconds
 * @param badSeq the offer that was last read with a wrong checksum
 * @param badReads how often in a row it was
 * @param heartbeat the gateway's, as last seen
 * @param heartbeatAt when it last moved, in milliseconds
 */
public record PlcWork(
        int state,
        long stageSeq,
        OfferImage staging,
        long stagedAt,
        long badSeq,
        int badReads,
        int rejectCode,
        int rejectParamNo,
        boolean cycling,
        long heartbeat,
        long heartbeatAt) {
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    /** As it is when the power comes. */
    public static final PlcWork NEW =
            new PlcWork(PlcProgram.IDLE, 0, OfferImage.NOTHING, 0, 0, 0, 0, 0, false, 0, LONG_AGO);
}
