package org.keyway.opcua.handover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;

/**
 * Whatever can happen next in a world, on our side. Steps are those of the production classes; the model decides only when
 * they are done, what is lost, and who crashes.
 */
final class HandoverModel {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant MUCH_LATER = NOW.plus(Duration.ofHours(1));

    private static final GatewayBlock EMPTY_NODES = GatewayBlock.of(HandoverState.NEW, NOW);

    private final HandoverGateway gateway;
    private final Mutant mutant;
    private final PlcModel plc;
    private final boolean tearing;
    private boolean failover;

    HandoverModel(Level level, Verify verify, boolean tearing, Mutant mutant) {
        this.tearing = tearing;
        this.mutant = mutant;
        this.gateway = new HandoverGateway(
                new HandoverTerms(level, verify, Duration.ofMinutes(10), Duration.ofSeconds(10), 2));
        this.plc = new PlcModel(level, verify, mutant);
    }

    /** A gateway that goes away is only cut off from the others: it goes on showing what it showed to the PLC. */
    HandoverModel withFailover() {
        failover = true;
        return this;
    }

    /** What happened, and the world after it. */
    record Happening(String what, World world) {}

    List<Happening> after(World world) {
        List<Happening> next = new ArrayList<>();
        if (world.gatewayUp()) {
            gatewaySteps(world, next);
            deliveries(world, next);
        } else {
            start(world, next);
        }
        plc.steps(world, next);
        return next;
    }

    /** Before the state of the disk is published the nodes are empty; a PLC may begin to read even then. */
    private void start(World world, List<Happening> next) {
        change(world, next, "gateway starts", draft -> {
            draft.gatewayUp = true;
            draft.mind = draft.disk;
            draft.followed = failover ? Optional.of(draft.shown) : Optional.empty();
            draft.publish(draft.disk);
            plc.reconnect(draft);
        });
        World started = next.get(next.size() - 1).world();
        if (tearing && world.plcUp() && started.shown().offer().isPresent()) {
            change(
                    started,
                    next,
                    "gateway starts while the PLC reads",
                    draft -> draft.reading = Optional.of(EMPTY_NODES));
        }
    }

    static void change(World world, List<Happening> next, String what, Consumer<WorldDraft> change) {
        WorldDraft draft = new WorldDraft(world);
        change.accept(draft);
        next.add(new Happening(what, draft.world()));
    }

    /**
     * A step is kept and then published. What the PLC does between the two it may as well have done before, so only a crash
     * between them is a world of its own, and so is the publication where it comes first.
     */
    private void step(World world, List<Happening> next, String what, Consumer<WorldDraft> step) {
        change(world, next, what, step);
        Happening done = next.get(next.size() - 1);
        if (done.world().half().isEmpty() || mutant == Mutant.PUBLISHED_BEFORE_KEPT) {
            return;
        }
        next.remove(next.size() - 1);
        if (world.budget().gatewayCrashes() > 0) {
            change(done.world(), next, what + ", gateway crashes before it publishes", HandoverModel::crash);
        }
        change(done.world(), next, what, draft -> finish(draft, draft.half.orElseThrow()));
        boolean read = tearing && world.plcUp() && world.reading().isEmpty();
        if (read && !next.get(next.size() - 1).world().shown().equals(world.shown())) {
            change(
                    next.get(next.size() - 1).world(),
                    next,
                    what + " while the PLC reads",
                    draft -> draft.reading = Optional.of(world.shown()));
        }
    }

    private void gatewaySteps(World world, List<Happening> next) {
        if (world.budget().gatewayCrashes() > 0) {
            change(world, next, "gateway crashes", HandoverModel::crash);
        }
        if (world.half().isPresent()) {
            change(world, next, "gateway goes on", draft -> finish(draft, draft.half.orElseThrow()));
            return;
        }
        HandoverState state = world.mind();
        if (world.budget().offers() > 0) {
            HandoverStep offered = gateway.offer(state, content(world), world.heard(), true, NOW);
            if (offered.refusal().isEmpty()) {
                step(world, next, "offer", draft -> {
                    draft.spendOffer();
                    take(draft, offered);
                });
            }
        }
        HandoverStep committed = gateway.commit(state, world.heard(), true, NOW);
        if (committed.refusal().isEmpty()) {
            step(world, next, "commit", draft -> take(draft, committed));
        }
        if (world.budget().cancels() > 0 && state.phase() != HandoverPhase.NONE) {
            step(world, next, "cancel", draft -> {
                draft.spend(0, 0, 1, 0, 0);
                take(draft, cancel(draft.mind, draft.heard));
            });
        }
        HandoverStep late = gateway.look(state, world.heard(), MUCH_LATER);
        if (!late.state().equals(state)) {
            step(world, next, "time runs out", draft -> take(draft, atOnce(draft.mind, late)));
        }
    }

    private static void crash(WorldDraft draft) {
        draft.spend(1, 0, 0, 0, 0);
        draft.gatewayUp = false;
        draft.half = Optional.empty();
        draft.heard = Optional.empty();
        draft.message = Optional.empty();
        draft.reading = Optional.empty();
        draft.told = false;
    }

    /** The same part again after somebody was told that it is cancelled; another part once this one was taken. */
    private static Offer content(World world) {
        long made = world.issued().size() + 1L;
        boolean again = !world.issued().isEmpty()
                && World.has(world.cancelled(), world.issued().size());
        String serial = "SN-" + (again ? world.issued().size() : made);
        return new Offer(
                0,
                1,
                made,
                0,
                "JOB-" + made,
                "",
                serial,
                "",
                "",
                List.of(new OfferParameter(1, made * 10 + 1), new OfferParameter(2, made * 10 + 2)));
    }

    private HandoverStep cancel(HandoverState state, Optional<PlcReport> heard) {
        return atOnce(state, gateway.cancel(state, heard, NOW));
    }

    private HandoverStep atOnce(HandoverState state, HandoverStep step) {
        boolean waits = step.state().phase() == HandoverPhase.WITHDRAWING;
        return mutant == Mutant.WITHDRAW_NOT_AWAITED && waits
                ? HandoverStep.to(gateway.force(state, NOW).state(), HandoverNotice.WITHDRAWN)
                : step;
    }

    private void take(WorldDraft draft, HandoverStep step) {
        HandoverState before = draft.mind;
        HandoverState after = step.state();
        boolean over = step.notices().contains(HandoverNotice.WITHDRAWN)
                || step.notices().contains(HandoverNotice.EXPIRED)
                || step.notices().contains(HandoverNotice.REJECTED);
        if (over) {
            draft.cancelled |= 1 << before.seq();
        }
        if (after.equals(before)) {
            return;
        }
        if (after.seq() > draft.issued.size()) {
            draft.issue(after.offer().orElseThrow());
        }
        draft.mind = after;
        draft.half = Optional.of(after);
        if (mutant == Mutant.PUBLISHED_BEFORE_KEPT) {
            draft.publish(after);
        } else {
            draft.keep(after);
        }
    }

    private void finish(WorldDraft draft, HandoverState state) {
        draft.half = Optional.empty();
        draft.keep(state);
        draft.publish(state);
    }

    private void deliveries(World world, List<Happening> next) {
        if (world.message().isEmpty()) {
            return;
        }
        if (world.half().isEmpty()) {
            step(world, next, "report arrives", draft -> {
                draft.told = draft.message.orElseThrow().ackCounter() == draft.memory.ackCounter();
                receive(draft);
                draft.message = Optional.empty();
            });
        }
        if (world.budget().losses() > 0) {
            change(world, next, "report is lost", draft -> {
                draft.spend(0, 0, 0, 1, 0);
                draft.message = Optional.empty();
            });
        }
        if (world.budget().losses() > 0 && world.half().isEmpty()) {
            step(world, next, "report arrives, its answer is lost", draft -> {
                draft.spend(0, 0, 0, 1, 0);
                receive(draft);
                draft.message = Optional.empty();
            });
        }
    }

    private void receive(WorldDraft draft) {
        PlcReport report = Wire.report(draft.message.orElseThrow());
        if (draft.heard
                .map(PlcReport::ackCounter)
                .filter(ack -> ack == report.ackCounter())
                .isPresent()) {
            return;
        }
        PlcReport believed = mutant == Mutant.NOT_VERIFIED ? plc.flattered(report, draft.mind) : report;
        draft.heard = Optional.of(believed);
        take(draft, atOnce(draft.mind, gateway.reported(draft.mind, believed, NOW)));
    }
}
