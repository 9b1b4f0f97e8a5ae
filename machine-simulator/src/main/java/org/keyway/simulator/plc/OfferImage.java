package org.keyway.simulator.plc;

import java.util.List;

/**
 * What a PLC read from its server, as it came: nothing in it is trusted before it is checked.
 *
 * @param gatewayEpoch who says it: a later gateway has a greater one
 * @param paramNo as many as {@code paramCount} says, or not
 * @param paramValue as many as there are numbers, or not
 */
public record OfferImage(
        long gatewayEpoch,
        long gatewayHeartbeat,
        long offerSeqBegin,
        long offerSeqEnd,
        long runsPlanned,
        long recipeRevision,
        long programNo,
        String jobOrderId,
        String productId,
        String serialNumber,
        String recipeId,
        String programName,
        int paramCount,
        List<Integer> paramNo,
        List<Double> paramValue,
        long offerCrc,
        long commitStageNo,
        long commitSeq,
        long withdrawSeq) {
    /** Nothing offered. */
    public static final OfferImage NOTHING =
            new OfferImage(0, 0, 0, 0, 0, 0, 0, "", "", "", "", "", 0, List.of(), List.of(), 0, 0, 0, 0);

    /** Copies the lists. */
    public OfferImage {
        paramNo = List.copyOf(paramNo);
        paramValue = List.copyOf(paramValue);
    }

    /** Whether there are as many numbers and values as it says. */
    boolean isComplete() {
        return paramCount <= PlcProgram.MOST_PARAMETERS
                && paramNo.size() >= paramCount
                && paramValue.size() >= paramCount;
    }

    /** The value of a parameter; NaN when it has none. */
    public double value(int no) {
        int at = isComplete() ? paramNo.subList(0, paramCount).indexOf(no) : -1;
        return at < 0 ? Double.NaN : paramValue.get(at);
    }
}
