package org.keyway.opcua.handover;

/**
 * One value of an offer.
 *
 * @param no the parameter's number on this kind of machine, 1 to 65535
 * @param value finite; whole numbers and truth values too
 */
record OfferParameter(int no, double value) {
    private static final int LARGEST_NUMBER = 0xFFFF;

    OfferParameter {
        if (no < 1 || no > LARGEST_NUMBER || !Double.isFinite(value)) {
            throw new IllegalArgumentException("parameter " + no + " = " + value);
        }
    }

    /** Whether both are the same to the last bit; zeros of either sign are not the same. */
    boolean isBitwise(OfferParameter other) {
        return no == other.no && Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(other.value);
    }
}
