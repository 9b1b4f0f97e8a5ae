package org.keyway.simulator.plc;

/**
 * What a PLC keeps over a loss of power.
 *
 * @param bootId +1 at each start
 * @param stageNo +1 at each staging
 * @param activeSeq the offer by which it machines; 0 for none
 * @param active the offer itself
 * @param runsLeft how many parts are still to be machined with it
 * @param lastDoneSeq the offer that it finished last
 * @param ackSeq at the basic level: the offer that it took last
 * @param ackCounter +1 with each report; were it not kept, a report after a start could pass for the one before
 * @param epoch the greatest of a gateway that it has seen; nothing is taken from a lesser one
 */
public record PlcMemory(
        long bootId,
        long stageNo,
        long activeSeq,
        OfferImage active,
        long runsLeft,
        long runsCompleted,
        long partsGood,
        long lastDoneSeq,
        long ackSeq,
        long ackCounter,
        long epoch) {
    /** A PLC that was never switched on. */
    public static final PlcMemory NEW = new PlcMemory(0, 0, 0, OfferImage.NOTHING, 0, 0, 0, 0, 0, 0, 0);
}
