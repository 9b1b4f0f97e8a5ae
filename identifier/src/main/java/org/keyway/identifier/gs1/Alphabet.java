package org.keyway.identifier.gs1;

import java.util.Locale;

/** The character sets of element values (GS1 General Specifications 7.11). */
enum Alphabet {
    DIGITS("0123456789"),
    TEXT(Alphabet.CSET_82),
    CAPITALS("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    BASE64("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    /** Character set 82 in the order of its values. */
    static final String CSET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    private static final char PADDING = '=';
    private static final int MOST_PADS = 2;
    private static final int PADDED_GROUP = 3;

    // One bit for each ASCII character, the lower and the upper half.
    private final long lower;
    private final long upper;

    Alphabet(String characters) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < 64) {
                low |= 1L << c;
            } else {
                high |= 1L << (c - 64);
            }
        }
        this.lower = low;
        this.upper = high;
    }

    private boolean allows(char c) {
        // A shift counts modulo 64; which half it is, is chosen without a branch.
        return c < 128 && ((c < 64 ? lower : upper) >> c & 1) == 1;
    }

    static Alphabet named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The position of the first thing that does not belong here, a character or misplaced padding, or -1. */
    int flaw(String value, int from, int to) {
        return this == BASE64 ? padded(value, from, to) : firstStranger(value, from, to);
    }

    /** Padding stands at the end, at most twice, and only where it completes a group of three (syntax dictionary, cset64). */
    private int padded(String value, int from, int to) {
        int end = to;
        while (end > from && value.charAt(end - 1) == PADDING) {
            end--;
        }
        int pads = to - end;
        int stranger = firstStranger(value, from, end);
        boolean placed = pads == 0 || (pads <= MOST_PADS && (to - from) % PADDED_GROUP == 0);
        return stranger < 0 && !placed ? end : stranger;
    }

    /** The first position of a character that does not belong here, or -1. */
    int firstStranger(String value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!allows(value.charAt(i))) {
                return i;
            }
        }
        return -1;
    }
}
