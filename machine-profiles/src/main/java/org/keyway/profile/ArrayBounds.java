package org.keyway.profile;

/** How many elements an array may have, both ends included. */
public record ArrayBounds(int least, int most) {
    /** The most that any array may have. */
    public static final int LONGEST = 1000;

    public ArrayBounds {
        if (least < 0 || least > most || most > LONGEST) {
            throw new IllegalArgumentException(least + " to " + most + " elements");
        }
    }

    /** Whether an array may have so many elements. */
    public boolean allow(int length) {
        return least <= length && length <= most;
    }
}
