package org.keyway.identifier.gs1;

/** Numbers in element values that have a meaning of their own: positions, parts of a whole, coordinates. */
final class Quantities {
    private static final int COORDINATE_DIGITS = 10;
    private static final String HALF_CIRCLE = "1800000000";
    private static final String FULL_CIRCLE = "3600000000";

    private Quantities() {}

    static int zero(String text, int from, int to) {
        return to > from && firstOtherThan('0', text, from, to) == to ? Check.SOUND : from;
    }

    static int notZero(String text, int from, int to) {
        int stranger = Alphabet.DIGITS.firstStranger(text, from, to);
        if (stranger >= 0) {
            return stranger;
        }
        return firstOtherThan('0', text, from, to) < to ? Check.SOUND : from;
    }

    static int minusSign(String text, int from, int to) {
        return to > from && firstOtherThan('-', text, from, to) == to ? Check.SOUND : from;
    }

    static int noLeadingZero(String text, int from, int to) {
        return to > from && text.charAt(from) == '0' ? from : Alphabet.DIGITS.firstStranger(text, from, to);
    }

    /** The number of a piece, then of all pieces, in two halves of equal length. */
    static int pieceOfTotal(String text, int from, int to) {
        int stranger = Alphabet.DIGITS.firstStranger(text, from, to);
        int half = (to - from) / 2;
        if (stranger >= 0 || half == 0 || (to - from) % 2 != 0) {
            return Math.max(stranger, from);
        }
        if (firstOtherThan('0', text, from, from + half) == from + half) {
            return from;
        }
        if (firstOtherThan('0', text, from + half, to) == to) {
            return from + half;
        }
        return compare(text, from, from + half, half) <= 0 ? Check.SOUND : from;
    }

    /** A position, a slash and the last position, without leading zeros. */
    static int positionOfTotal(String text, int from, int to) {
        int slash = Alphabet.DIGITS.firstStranger(text, from, to);
        boolean formed = slash > from
                && text.charAt(slash) == '/'
                && slash + 1 < to
                && Alphabet.DIGITS.firstStranger(text, slash + 1, to) < 0;
        if (!formed || text.charAt(from) == '0') {
            return from;
        }
        if (text.charAt(slash + 1) == '0') {
            return slash + 1;
        }
        int digits = slash - from;
        int longer = digits - (to - slash - 1);
        boolean within = longer < 0 || (longer == 0 && compare(text, from, slash + 1, digits) <= 0);
        return within ? Check.SOUND : from;
    }

    /** Degrees from the south pole, in ten digits with seven decimals. */
    static int latitude(String text, int from, int to) {
        return coordinate(HALF_CIRCLE, text, from, to);
    }

    /** Degrees east, in ten digits with seven decimals. */
    static int longitude(String text, int from, int to) {
        return coordinate(FULL_CIRCLE, text, from, to);
    }

    private static int coordinate(String limit, String text, int from, int to) {
        if (to - from != COORDINATE_DIGITS) {
            return from;
        }
        int stranger = Alphabet.DIGITS.firstStranger(text, from, to);
        if (stranger >= 0) {
            return stranger;
        }
        for (int i = 0; i < COORDINATE_DIGITS; i++) {
            if (text.charAt(from + i) != limit.charAt(i)) {
                return text.charAt(from + i) < limit.charAt(i) ? Check.SOUND : from;
            }
        }
        return Check.SOUND;
    }

    private static int firstOtherThan(char c, String text, int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) == c) {
            at++;
        }
        return at;
    }

    private static int compare(String text, int one, int other, int length) {
        for (int i = 0; i < length; i++) {
            int difference = text.charAt(one + i) - text.charAt(other + i);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }
}
