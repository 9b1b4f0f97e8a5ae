package org.keyway.opcua.handover;

import java.util.List;

/** A PLC's report, of a PLC that has started once and done nothing. */
final class ReportBuilder {
    private final PlcState state;
    private long bootId = 1;
    private long stageNo;
    private long stageCrc;
    private List<OfferParameter> echo = List.of();
    private long stageSeq;
    private long activeSeq;
    private long lastDoneSeq;
    private int rejectCode;
    private int rejectParamNo;
    private long ackSeq;
    private long ackCounter = 1;

    private ReportBuilder(PlcState state) {
        this.state = state;
    }

    static ReportBuilder of(PlcState state) {
        return new ReportBuilder(state);
    }

    ReportBuilder boot(long id) {
        bootId = id;
        return this;
    }

    ReportBuilder staged(long seq, long number) {
        stageSeq = seq;
        stageNo = number;
        return this;
    }

    ReportBuilder crc(long crc) {
        stageCrc = crc;
        return this;
    }

    ReportBuilder echo(List<OfferParameter> copy) {
        echo = copy;
        return this;
    }

    ReportBuilder active(long seq) {
        activeSeq = seq;
        return this;
    }

    ReportBuilder done(long seq) {
        lastDoneSeq = seq;
        return this;
    }

    ReportBuilder took(long seq) {
        ackSeq = seq;
        return this;
    }

    ReportBuilder rejected(int code, int paramNo) {
        rejectCode = code;
        rejectParamNo = paramNo;
        return this;
    }

    ReportBuilder ack(long counter) {
        ackCounter = counter;
        return this;
    }

    PlcReport report() {
        return new PlcReport(
                bootId,
                stageNo,
                stageCrc,
                echo,
                state,
                stageSeq,
                activeSeq,
                lastDoneSeq,
                rejectCode,
                rejectParamNo,
                0,
                0,
                0,
                ackSeq,
                ackCounter);
    }
}
