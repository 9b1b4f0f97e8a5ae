package org.keyway.opcua.handover;

import static org.keyway.opcua.handover.HandoverModel.change;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.keyway.opcua.handover.HandoverModel.Happening;
import org.keyway.opcua.handover.HandoverTerms.Level;
import org.keyway.opcua.handover.HandoverTerms.Verify;
import org.keyway.opcua.handover.Wire.Group;
import org.keyway.simulator.plc.BasicProgram;
import org.keyway.simulator.plc.HandoverProgram;
import org.keyway.simulator.plc.OfferImage;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;
import org.keyway.simulator.plc.PlcWork;

/** Whatever can happen next in a world, on the side of the PLC and its machine. */
final class PlcModel {
    private static final long SOON = 0;
    private static final long MUCH_LATER = 3_600_000;

    /** What may have been read before the rest, or all but this. */
    private static final List<List<Group>> TEARS = List.of(
            List.of(Group.BEGIN),
            List.of(Group.FIRST_VALUE),
            List.of(Group.SECOND_VALUE),
            List.of(Group.BEGIN, Group.FIRST_VALUE),
            List.of(Group.BEGIN, Group.END),
            List.of(Group.BEGIN, Group.END, Group.CRC),
            List.of(Group.BEGIN, Group.FIRST_VALUE, Group.END),
            List.of(Group.BEGIN, Group.FIRST_VALUE, Group.SECOND_VALUE, Group.CRC, Group.END),
            List.of(Group.END),
            List.of(Group.COMMIT_STAGE_NO),
            List.of(Group.COMMIT_SEQ),
            List.of(Group.WITHDRAW),
            List.of(Group.COMMIT_STAGE_NO, Group.COMMIT_SEQ));

    private final Level level;
    private final Mutant mutant;
    private final PlcSettings settings;
    private final IdentityHashMap<GatewayBlock, OfferImage> images = new IdentityHashMap<>();
    private final IdentityHashMap<GatewayBlock, IdentityHashMap<GatewayBlock, Map<OfferImage, String>>> tears =
            new IdentityHashMap<>();

    PlcModel(Level level, Verify verify, Mutant mutant) {
        this.level = level;
        this.mutant = mutant;
        Span any = new Span(-1e6, 1e6);
        this.settings = PlcSettings.of(verify == Verify.ECHO, Map.of(1, any, 2, any));
    }

    private PlcProgram program(PlcMemory memory, PlcWork work) {
        return level == Level.FULL
                ? new HandoverProgram(settings, memory, work)
                : new BasicProgram(settings, memory, work);
    }

    void steps(World world, List<Happening> next) {
        if (!world.plcUp()) {
            change(world, next, "PLC starts", this::powerUp);
            return;
        }
        if (world.budget().plcCrashes() > 0) {
            change(world, next, "PLC loses power", draft -> {
                draft.spend(0, 1, 0, 0, 0);
                draft.plcUp = false;
                draft.told = false;
                draft.reading = Optional.empty();
            });
        }
        machining(world, next);
        if (world.gatewayUp()) {
            talking(world, next);
        }
    }

    private void powerUp(WorldDraft draft) {
        PlcMemory m = draft.memory;
        long lastDone = mutant == Mutant.FORGETS_WHAT_IT_DID ? 0 : m.lastDoneSeq();
        PlcMemory kept = new PlcMemory(
                m.bootId(),
                m.stageNo(),
                m.activeSeq(),
                m.active(),
                m.runsLeft(),
                m.runsCompleted(),
                m.partsGood(),
                lastDone,
                m.ackSeq(),
                m.ackCounter(),
                m.epoch());
        PlcProgram program = program(kept, PlcWork.NEW);
        program.powerUp();
        draft.plc(program);
        draft.plcUp = true;
    }

    private void machining(World world, List<Happening> next) {
        PlcProgram program = program(world.memory(), world.work());
        if (program.isStartPermitted(true)) {
            run(world, next, "cycle starts", PlcProgram::startCycle);
        }
        if (world.work().cycling()) {
            long seq = world.memory().activeSeq();
            change(world, next, "cycle ends", draft -> {
                PlcProgram running = program(draft.memory, draft.work);
                running.endCycle(true);
                draft.plc(running);
                draft.machine(seq);
            });
        }
        if (world.work().state() == PlcProgram.HELD) {
            run(world, next, "operator resumes", PlcProgram::resume);
        }
    }

    private void run(World world, List<Happening> next, String what, Consumer<PlcProgram> step) {
        change(world, next, what, draft -> {
            PlcProgram program = program(draft.memory, draft.work);
            step.accept(program);
            draft.plc(program);
        });
    }

    private void talking(World world, List<Happening> next) {
        if (!world.told() && world.message().isEmpty()) {
            change(
                    world,
                    next,
                    "PLC reports",
                    draft -> draft.message =
                            Optional.of(program(draft.memory, draft.work).report()));
        }
        OfferImage whole =
                world.followed().isEmpty() ? image(world.shown()) : Wire.image(world.shown(), Wire.FIRST + 1);
        if (world.reading().isPresent()) {
            for (Map.Entry<OfferImage, String> torn :
                    torn(world.reading().get(), world.shown()).entrySet()) {
                scan(world, next, torn.getValue(), torn.getKey(), SOON);
            }
        }
        scan(world, next, "PLC reads", whole, SOON);
        world.followed().ifPresent(left -> {
            OfferImage old = Wire.image(left, mutant == Mutant.EPOCH_NOT_CHECKED ? Wire.FIRST + 1 : Wire.FIRST);
            scan(world, next, "PLC reads the gateway that was followed", old, SOON);
        });
        if (world.budget().drops() > 0 && world.work().state() == PlcProgram.STAGED) {
            change(world, next, "PLC loses patience", draft -> {
                draft.spend(0, 0, 0, 0, 1);
                scan(draft, whole, MUCH_LATER);
            });
        }
    }

    private Map<OfferImage, String> torn(GatewayBlock early, GatewayBlock late) {
        return tears.computeIfAbsent(early, unseen -> new IdentityHashMap<>()).computeIfAbsent(late, unseen -> {
            OfferImage earlier = image(early);
            OfferImage later = image(late);
            Map<OfferImage, String> images = new LinkedHashMap<>();
            for (List<Group> groups : TEARS) {
                images.putIfAbsent(Wire.torn(earlier, later, groups), "PLC has read " + groups + " earlier");
                images.putIfAbsent(Wire.torn(later, earlier, groups), "PLC has read all but " + groups + " earlier");
            }
            return images;
        });
    }

    private OfferImage image(GatewayBlock block) {
        return images.computeIfAbsent(block, shown -> Wire.image(shown, Wire.FIRST));
    }

    /** After the gateway was away a PLC that is on tells again what it holds. */
    void reconnect(WorldDraft draft) {
        if (draft.plcUp) {
            PlcProgram program = program(draft.memory, draft.work);
            program.announce();
            draft.plc(program);
        }
    }

    private void scan(World world, List<Happening> next, String what, OfferImage image, long now) {
        change(world, next, what, draft -> {
            draft.reading = Optional.empty();
            scan(draft, image, now);
        });
    }

    private void scan(WorldDraft draft, OfferImage image, long now) {
        PlcProgram program = program(draft.memory, draft.work);
        program.scan(mutant == Mutant.NO_STAGE_NUMBER ? anyStage(image, draft.memory.stageNo()) : image, now);
        draft.plc(program);
    }

    private static OfferImage anyStage(OfferImage in, long stageNo) {
        return new OfferImage(
                in.gatewayEpoch(),
                in.gatewayHeartbeat(),
                in.offerSeqBegin(),
                in.offerSeqEnd(),
                in.runsPlanned(),
                in.recipeRevision(),
                in.programNo(),
                in.jobOrderId(),
                in.productId(),
                in.serialNumber(),
                in.recipeId(),
                in.programName(),
                in.paramCount(),
                in.paramNo(),
                in.paramValue(),
                in.offerCrc(),
                stageNo,
                in.commitSeq(),
                in.withdrawSeq());
    }

    /** A report that says what we would like to hear. */
    PlcReport flattered(PlcReport report, HandoverState state) {
        return new PlcReport(
                report.bootId(),
                report.stageNo(),
                report.stageCrc(),
                state.offer().map(Offer::parameters).orElse(report.echo()),
                report.state(),
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
