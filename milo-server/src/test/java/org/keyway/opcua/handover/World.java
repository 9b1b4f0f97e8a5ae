package org.keyway.opcua.handover;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keyway.simulator.plc.PlcMemory;
import org.keyway.simulator.plc.PlcWork;

/**
 * Everything that the two sides and the network hold at one moment, and what happened that must not happen twice.
 *
 * @param disk what the gateway has on the disk
 * @param mind what it works with
 * @param shown what it publishes
 * @param followed what another gateway goes on showing that does not know yet that this one has followed it
 * @param half a step that it has only half done: kept and not published yet, or the other way round
 * @param heard the PLC's last report, as far as the gateway remembers
 * @param told whether the PLC knows that its last report arrived
 * @param message a report on its way
 * @param reading what was shown when the PLC began to read, node by node; empty when it is not half way through
 * @param issued every offer that was ever made, by sequence
 * @param committed of which sequences a commit was on the disk
 * @param cancelled of which sequences somebody was told that they are cancelled
 * @param machined which sequences a part was machined by, once for each part
 * @param budget how often things may still go wrong
 */
record World(
        HandoverState disk,
        HandoverState mind,
        boolean gatewayUp,
        GatewayBlock shown,
        Optional<GatewayBlock> followed,
        Optional<HandoverState> half,
        Optional<PlcReport> heard,
        PlcMemory memory,
        PlcWork work,
        boolean plcUp,
        boolean told,
        Optional<org.keyway.simulator.plc.PlcReport> message,
        Optional<GatewayBlock> reading,
        List<Offer> issued,
        int committed,
        int cancelled,
        List<Long> machined,
        Budget budget) {
    /** How often things may still go wrong, or be asked for. */
    record Budget(int offers, int gatewayCrashes, int plcCrashes, int cancels, int losses, int drops) {}

    /** A world by identity of its parts: they are interned, which makes comparing a great many of them cheap. */
    static final class Key {
        private final int flags;
        private final Object[] parts;
        private final int hash;

        Key(int flags, Object... parts) {
            this.flags = flags;
            this.parts = parts;
            int mixed = flags;
            for (Object part : parts) {
                mixed = 31 * mixed + System.identityHashCode(part);
            }
            this.hash = mixed;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Key key) || key.hash != hash || key.flags != flags) {
                return false;
            }
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] != key.parts[i]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    static World start(Budget budget) {
        HandoverState nothing = HandoverState.NEW;
        return new World(
                nothing,
                nothing,
                true,
                GatewayBlock.of(nothing, HandoverModel.NOW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PlcMemory.NEW,
                PlcWork.NEW,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                0,
                List.of(),
                budget);
    }

    int parts(String serial) {
        return (int) machined.stream()
                .filter(seq -> issued.get((int) (seq - 1)).serialNumber().equals(serial))
                .count();
    }

    static boolean has(int set, long seq) {
        return (set & (1 << seq)) != 0;
    }

    String brief() {
        return "gateway %s%s seq %d commit %d | plc %s state %d stage %d/%d active %d done %d | %s"
                .formatted(
                        gatewayUp ? mind.phase() : "down",
                        half.isPresent() ? "…" : "",
                        mind.seq(),
                        mind.commitStageNo(),
                        plcUp ? "" : "off",
                        work.state(),
                        work.stageSeq(),
                        memory.stageNo(),
                        memory.activeSeq(),
                        memory.lastDoneSeq(),
                        Objects.toString(
                                message.map(m -> "message " + m.state()).orElse("")));
    }
}
