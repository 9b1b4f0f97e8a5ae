package org.keyway.opcua.handover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcProgram;
import org.keyway.simulator.plc.PlcWork;

/** A world being changed into the next. */
final class WorldDraft {
    HandoverState disk;
    HandoverState mind;
    boolean gatewayUp;
    GatewayBlock shown;
    Optional<GatewayBlock> followed;
    Optional<HandoverState> half;
    Optional<PlcReport> heard;
    PlcMemory memory;
    PlcWork work;
    boolean plcUp;
    boolean told;
    Optional<org.keyway.simulator.plc.PlcReport> message;
    Optional<GatewayBlock> reading;
    List<Offer> issued;
    int committed;
    int cancelled;
    List<Long> machined;
    World.Budget budget;

    WorldDraft(World from) {
        disk = from.disk();
        mind = from.mind();
        gatewayUp = from.gatewayUp();
        shown = from.shown();
        followed = from.followed();
        half = from.half();
        heard = from.heard();
        memory = from.memory();
        work = from.work();
        plcUp = from.plcUp();
        told = from.told();
        message = from.message();
        reading = from.reading();
        issued = from.issued();
        committed = from.committed();
        cancelled = from.cancelled();
        machined = from.machined();
        budget = from.budget();
    }

    World world() {
        return new World(
                disk, mind, gatewayUp, shown, followed, half, heard, memory, work, plcUp, told, message, reading,
                issued, committed, cancelled, machined, budget);
    }

    void keep(HandoverState state) {
        disk = state;
        if (state.phase() == HandoverPhase.COMMITTED) {
            committed |= 1 << state.seq();
        }
    }

    void publish(HandoverState state) {
        GatewayBlock next = GatewayBlock.of(state, HandoverModel.NOW);
        shown = next;
    }

    void issue(Offer offer) {
        issued = new ArrayList<>(issued);
        issued.add(offer);
    }

    void machine(long seq) {
        machined = new ArrayList<>(machined);
        machined.add(seq);
    }

    /**
     * The PLC after a cycle. Report counters are only ever compared for being the same: a new one is the least that nobody
     * remembers, so that there are not endlessly many worlds.
     */
    void plc(PlcProgram program) {
        PlcMemory m = program.memory();
        boolean announced = m.ackCounter() != memory.ackCounter();
        told = told && !announced;
        memory = announced ? counted(m, freeCounter()) : m;
        work = program.work();
    }

    static PlcMemory counted(PlcMemory m, long ackCounter) {
        return new PlcMemory(
                m.bootId(),
                m.stageNo(),
                m.activeSeq(),
                m.active(),
                m.runsLeft(),
                m.runsCompleted(),
                m.partsGood(),
                m.lastDoneSeq(),
                m.ackSeq(),
                ackCounter,
                m.epoch());
    }

    private long freeCounter() {
        Set<Long> used = new HashSet<>();
        message.ifPresent(sent -> used.add(sent.ackCounter()));
        heard.ifPresent(report -> used.add(report.ackCounter()));
        disk.withdrawAck().ifPresent(used::add);
        mind.withdrawAck().ifPresent(used::add);
        return LongStream.rangeClosed(1, used.size() + 1L)
                .filter(counter -> !used.contains(counter))
                .findFirst()
                .orElseThrow();
    }

    void spend(int gatewayCrashes, int plcCrashes, int cancels, int losses, int drops) {
        budget = new World.Budget(
                budget.offers(),
                budget.gatewayCrashes() - gatewayCrashes,
                budget.plcCrashes() - plcCrashes,
                budget.cancels() - cancels,
                budget.losses() - losses,
                budget.drops() - drops);
    }

    void spendOffer() {
        budget = new World.Budget(
                budget.offers() - 1,
                budget.gatewayCrashes(),
                budget.plcCrashes(),
                budget.cancels(),
                budget.losses(),
                budget.drops());
    }
}
