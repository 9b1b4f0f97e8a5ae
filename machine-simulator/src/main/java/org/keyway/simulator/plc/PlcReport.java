package org.keyway.simulator.plc;

import java.util.List;

/** What a PLC writes to its server, all of it at once or {@code ackCounter} last. */
public record PlcReport(
        long bootId,
        long stageNo,
        long stageCrc,
        List<Integer> echoNo,
        List<Double> echoValue,
        int state,
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
    /** Copies the lists. */
    public PlcReport {
        echoNo = List.copyOf(echoNo);
        echoValue = List.copyOf(echoValue);
    }
}
