package org.keyway.opcua.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.simulator.plc.OfferImage;

/** What goes over the network, from the records of one side to those of the other, whole or torn. */
final class Wire {
    /** What a PLC that reads node by node may have read earlier than the rest. */
    enum Group {
        BEGIN,
        FIRST_VALUE,
        SECOND_VALUE,
        CRC,
        END,
        COMMIT_STAGE_NO,
        COMMIT_SEQ,
        WITHDRAW
    }

    private Wire() {}

    /** The epoch of a gateway that followed none. */
    static final long FIRST = 1;

    static OfferImage image(GatewayBlock block, long epoch) {
        Optional<Offer> offer = block.offer();
        if (offer.isEmpty()) {
            return new OfferImage(
                    epoch, 1, 0, 0, 0, 0, 0, "", "", "", "", "", 0, List.of(), List.of(), 0, 0, 0, block.withdrawSeq());
        }
        Offer held = offer.get();
        return new OfferImage(
                epoch,
                1,
                held.seq(),
                held.seq(),
                held.runsPlanned(),
                held.recipeRevision(),
                held.programNo(),
                held.jobOrderId(),
                held.productId(),
                held.serialNumber(),
                held.recipeId(),
                held.programName(),
                held.parameters().size(),
                held.parameters().stream().map(OfferParameter::no).toList(),
                held.parameters().stream().map(OfferParameter::value).toList(),
                OfferCrc.of(held),
                block.commitStageNo(),
                block.commitSeq(),
                block.withdrawSeq());
    }

    /** An image of which some groups were read earlier. Values are filled up so that both have as many. */
    static OfferImage torn(OfferImage earlier, OfferImage later, List<Group> early) {
        OfferImage texts = early.contains(Group.FIRST_VALUE) ? earlier : later;
        List<Integer> numbers = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < texts.paramCount(); i++) {
            Group group = i == 0 ? Group.FIRST_VALUE : Group.SECOND_VALUE;
            OfferImage from = early.contains(group) ? earlier : later;
            numbers.add(i < from.paramNo().size() ? from.paramNo().get(i) : 0);
            values.add(i < from.paramValue().size() ? from.paramValue().get(i) : 0.0);
        }
        return new OfferImage(
                FIRST,
                1,
                (early.contains(Group.BEGIN) ? earlier : later).offerSeqBegin(),
                (early.contains(Group.END) ? earlier : later).offerSeqEnd(),
                texts.runsPlanned(),
                texts.recipeRevision(),
                texts.programNo(),
                texts.jobOrderId(),
                texts.productId(),
                texts.serialNumber(),
                texts.recipeId(),
                texts.programName(),
                texts.paramCount(),
                numbers,
                values,
                (early.contains(Group.CRC) ? earlier : later).offerCrc(),
                (early.contains(Group.COMMIT_STAGE_NO) ? earlier : later).commitStageNo(),
                (early.contains(Group.COMMIT_SEQ) ? earlier : later).commitSeq(),
                (early.contains(Group.WITHDRAW) ? earlier : later).withdrawSeq());
    }

    /** Whether a PLC holds exactly this offer. */
    static boolean sameOffer(OfferImage image, Offer offer) {
        return image.offerSeqBegin() == offer.seq()
                && image.runsPlanned() == offer.runsPlanned()
                && image.serialNumber().equals(offer.serialNumber())
                && image.jobOrderId().equals(offer.jobOrderId())
                && image.paramNo()
                        .equals(offer.parameters().stream()
                                .map(OfferParameter::no)
                                .toList())
                && image.paramValue()
                        .equals(offer.parameters().stream()
                                .map(OfferParameter::value)
                                .toList());
    }

    /** A PLC's report as our side reads it; numbers of parameters that can't be are left out, as nodes would refuse them. */
    static PlcReport report(org.keyway.simulator.plc.PlcReport report) {
        List<OfferParameter> echo = new ArrayList<>();
        for (int i = 0; i < report.echoNo().size(); i++) {
            if (report.echoNo().get(i) > 0) {
                echo.add(new OfferParameter(
                        report.echoNo().get(i), report.echoValue().get(i)));
            }
        }
        return new PlcReport(
                report.bootId(),
                report.stageNo(),
                report.stageCrc(),
                echo,
                PlcState.of(report.state()),
                report.stageSeq(),
                report.activeSeq(),
                report.lastDoneSeq(),
                report.rejectCode(),
                report.rejectParamNo(),
                report.runsCompleted(),
                report.partsGood(),
                report.resultCode(),
                report.ackSeq(),
                report.ackCounter());
    }
}
