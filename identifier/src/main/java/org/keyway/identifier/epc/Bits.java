package org.keyway.identifier.epc;

/** The bits of a tag, read from the front. Whoever reads makes sure that there are as many. */
final class Bits {
    private final String digits;
    private int at;

    /** Bits written as hexadecimal digits. */
    Bits(String digits) {
        this.digits = digits;
    }

    /** How many are left. */
    int left() {
        return digits.length() * 4 - at;
    }

    /** The next bits as a number; at most 62. */
    long number(int bits) {
        long value = 0;
        for (int i = 0; i < bits; i++) {
            int nibble = Character.digit(digits.charAt(at >> 2), 16);
            value = value << 1 | (nibble >> (3 - (at & 3)) & 1);
            at++;
        }
        return value;
    }

    /** Whether that many bits are all zero. */
    boolean zero(int bits) {
        boolean zero = true;
        for (int i = 0; i < bits; i++) {
            zero &= number(1) == 0;
        }
        return zero;
    }
}
