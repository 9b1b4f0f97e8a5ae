package org.keyway.opcua.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyway.job.Job;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.link.HandshakeReading;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.link.NodeReading;
import org.keyway.job.link.PreparedDelivery;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Place;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ResultNode;

/** A machine whose PLC fetches its jobs from us: to write is to offer, to release is to commit. */
final class HandoverLink implements MachineLink {
    static final String GOOD = "Good";
    private static final String UNKNOWN = "Bad_NodeIdUnknown";
    private static final String NO_WORD = "Bad_NoCommunication";

    private final String machine;
    private final MachineProfile profile;
    private final HandoverSettings settings;
    private final MachineHandover handover;
    private final Handovers handovers;
    private final Jobs jobs;

    HandoverLink(String machine, MachineProfile profile, MachineHandover handover, Handovers handovers, Jobs jobs) {
        this.machine = machine;
        this.profile = profile;
        this.settings = profile.handover().orElse(HandoverSettings.DEFAULT);
        this.handover = handover;
        this.handovers = handovers;
        this.jobs = jobs;
    }

    MachineHandover handover() {
        return handover;
    }

    Duration offerLife() {
        return settings.offerLife();
    }

    boolean isFull() {
        return settings.level() == HandoverSettings.Level.FULL;
    }

    Optional<Job> job(String id) {
        return jobs.find(id);
    }

    @Override
    public MachineStatus status() {
        return handover.status();
    }

    @Override
    public Optional<Instant> lastContact() {
        return handover.lastContact();
    }

    @Override
    public PreparedDelivery prepare(String jobId, List<Setpoint> setpoints) throws LinkException {
        OfferMaker maker = OfferMaker.of(machine, settings, setpoints);
        HandoverState state = handover.state();
        boolean known = jobId.equals(state.job()) || jobId.equals(state.accepted());
        Optional<HandoverCode> obstacle = known ? Optional.empty() : handover.obstacle();
        if (obstacle.isPresent()) {
            throw exception(obstacle.get());
        }
        return new HandoverDelivery(this, jobId, maker);
    }

    @Override
    public HandshakeReading handshake() throws LinkException {
        if (handover.heard().isEmpty()) {
            throw exception(handover.isOurs() ? HandoverCode.NOT_ANSWERING : HandoverCode.HELD_ELSEWHERE);
        }
        HandoverState state = handover.state();
        boolean released = state.phase() == HandoverPhase.COMMITTED || state.phase() == HandoverPhase.WITHDRAWING;
        return new HandshakeReading(released, state.job(), state.accepted(), state.done());
    }

    /** Takes back what may not have been taken yet, and waits until the PLC has said that it dropped it. */
    @Override
    public void withdraw() throws LinkException {
        HandoverStep step = kept(handover::cancel);
        Optional<HandoverCode> refusal = step.refusal().filter(code -> code != HandoverCode.ALREADY_STARTED);
        if (refusal.isPresent()) {
            throw exception(refusal.get());
        }
        Optional<Boolean> settled =
                await(profile.settings().callTimeout(), () -> isOpen() ? Optional.empty() : Optional.of(true));
        if (settled.isEmpty()) {
            throw exception(HandoverCode.NOT_CONFIRMED);
        }
    }

    @Override
    public boolean endsByHand() {
        return handover.isOurs();
    }

    @Override
    public boolean endByHand() {
        HandoverState state = handover.state();
        boolean open = state.phase() != HandoverPhase.NONE || state.alarm().isPresent();
        if (open) {
            handover.force();
        }
        return open;
    }

    @Override
    public Optional<Problem> unacknowledged() {
        HandoverState state = handover.state();
        Optional<HandoverNotice> open =
                state.phase() == HandoverPhase.FAULTED ? Optional.of(HandoverNotice.UNCOMMITTED) : state.alarm();
        return open.flatMap(HandoverNotice::code).map(code -> code.problem(facts()));
    }

    private boolean isOpen() {
        return switch (handover.state().phase()) {
            case PREPARING, OFFERED, COMMITTED, WITHDRAWING, FAULTED -> true;
            case NONE, ACTIVE, RUNNING, INTERRUPTED -> false;
        };
    }

    /** Does a step; one that can't be kept is not done, and the caller is told so. */
    HandoverStep kept(Supplier<HandoverStep> step) throws LinkException {
        try {
            return step.get();
        } catch (RuntimeException notKept) {
            Map<String, Object> facts = facts();
            facts.put("status", notKept.getClass().getSimpleName());
            throw HandoverCode.NOT_ON_RECORD.exception(facts);
        }
    }

    <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) throws LinkException {
        try {
            return handover.await(patience, look);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw exception(HandoverCode.NOT_CONFIRMED);
        }
    }

    LinkException exception(HandoverCode code) {
        return code.exception(facts());
    }

    private Map<String, Object> facts() {
        return HandoverFacts.of(machine, profile, handover.state().seq(), handover.heard());
    }

    @Override
    public List<NodeReading> readResults(List<ResultNode> results) throws LinkException {
        return readNow(results.stream().map(ResultNode::node).toList());
    }

    /** What the PLC last said of itself; parameters are read in a delivery alone. */
    @Override
    public List<NodeReading> readNow(List<String> nodes) throws LinkException {
        Optional<PlcReport> heard = handover.heard();
        List<NodeReading> readings = new ArrayList<>();
        for (String node : nodes) {
            Optional<Place> place = Place.of(node).filter(Place::isResult);
            Optional<Object> value = place.flatMap(known -> heard.map(report -> result(known, report)));
            String status = value.isPresent() ? GOOD : place.isPresent() ? NO_WORD : UNKNOWN;
            readings.add(new NodeReading(node, status, value));
        }
        return readings;
    }

    private static Object result(Place place, PlcReport report) {
        return switch (place) {
            case RUNS_COMPLETED -> report.runsCompleted();
            case PARTS_GOOD -> report.partsGood();
            default -> report.resultCode();
        };
    }

    @Override
    public void close() {
        handovers.leave(machine);
    }
}
