package org.keyway.opcua.handover;

import java.util.List;
import java.util.Optional;
import org.keyway.job.link.DeviceValue;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.Observation;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.profile.HandoverSettings;

/** One job's values, ready to be offered. */
final class HandoverDelivery implements PreparedDelivery {
    private static final String NOT_HELD = "Bad_NotFound";

    private final HandoverLink link;
    private final String jobId;
    private final OfferMaker maker;

    HandoverDelivery(HandoverLink link, String jobId, OfferMaker maker) {
        this.link = link;
        this.jobId = jobId;
        this.maker = maker;
    }

    @Override
    public List<DeviceValue> values() {
        return maker.values();
    }

    /** At the basic level the PLC only acknowledges. */
    @Override
    public boolean showsWhatItHolds() {
        return link.isFull();
    }

    @Override
    public Observation observe() throws LinkException {
        return new Observation(link.handshake(), List.of(), held());
    }

    /**
     * What the PLC holds: where it showed its own copy or its checksum and that is the offer's, the offer's values. A commit
     * is only ever kept after that was so.
     */
    private List<NodeReading> held() {
        HandoverState state = link.handover().state();
        boolean ours = state.job().equals(jobId);
        boolean verified = link.handover().isStaged()
                || state.phase() == HandoverPhase.PREPARING
                || state.phase() == HandoverPhase.COMMITTED
                || state.phase().isTaken();
        return values().stream()
                .map(value -> ours && verified
                        ? new NodeReading(value.node(), HandoverLink.GOOD, found(value, state))
                        : new NodeReading(value.node(), NOT_HELD, Optional.empty()))
                .toList();
    }

    /** The value of the offer as it was made, which need not be what this delivery would offer. */
    private static Optional<Object> found(DeviceValue value, HandoverState state) {
        Optional<Offer> offer = state.offer();
        Optional<Integer> no = HandoverSettings.parameterNo(value.node());
        if (no.isPresent()) {
            return offer.flatMap(held -> held.parameters().stream()
                            .filter(parameter -> parameter.no() == no.get())
                            .findFirst())
                    .map(parameter -> PlcValue.like(value.value(), parameter.value()));
        }
        return HandoverSettings.Place.of(value.node())
                .flatMap(place -> offer.map(held -> switch (place) {
                    case PROGRAM_NAME -> held.programName();
                    case PROGRAM_NO -> held.programNo();
                    default -> held.runsPlanned();
                }));
    }

    @Override
    public void invalidate() throws LinkException {
        HandoverPhase phase = link.handover().state().phase();
        if (phase.isTaken() && link.isFull()) {
            throw link.exception(HandoverCode.BUSY);
        }
        link.withdraw();
    }

    /** Makes the offer and waits until the PLC has staged it, or won't; at the basic level it is only kept. */
    @Override
    public void stage() throws LinkException {
        link.handover().forgetEnding();
        Offer offer = maker.offer(jobId, link.job(jobId));
        HandoverStep made = link.kept(() -> link.handover().offer(offer));
        if (made.refusal().isPresent()) {
            throw link.exception(made.refusal().get());
        }
        if (link.isFull()) {
            HandoverCode end = link.await(link.offerLife(), this::staged)
                    .orElseThrow(() -> link.exception(HandoverCode.NOT_STAGED))
                    .orElse(null);
            if (end != null) {
                throw link.exception(end);
            }
        }
    }

    /** Whether it is staged (nothing inside), or why it never will be; empty as long as it may. */
    private Optional<Optional<HandoverCode>> staged() {
        MachineHandover handover = link.handover();
        HandoverState state = handover.state();
        if (state.job().equals(jobId) && handover.isStaged()) {
            return Optional.of(Optional.empty());
        }
        boolean waits =
                state.phase() == HandoverPhase.OFFERED || (state.phase() == HandoverPhase.WITHDRAWING && state.again());
        if (waits && state.job().equals(jobId)) {
            return Optional.empty();
        }
        HandoverCode end = handover.ending()
                .map(notice -> notice.code().orElse(HandoverCode.CANCELLED))
                .orElse(HandoverCode.NOT_STAGED);
        return Optional.of(Optional.of(end));
    }

    @Override
    public void release() throws LinkException {
        HandoverStep step = link.kept(() -> link.handover().commit());
        if (step.refusal().isPresent()) {
            throw link.exception(step.refusal().get());
        }
    }

    @Override
    public HandshakeReading handshake() throws LinkException {
        return link.handshake();
    }
}
