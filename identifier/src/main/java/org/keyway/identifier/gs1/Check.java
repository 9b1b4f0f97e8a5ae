package org.keyway.identifier.gs1;

/** Judges a part of a text. Total: any characters, any length. */
interface Check {
    /** What {@link #flaw} answers for a sound part. */
    int SOUND = -1;

    /** The position in the text of the first thing wrong between {@code from} and {@code to}, or {@link #SOUND}. */
    int flaw(String text, int from, int to);
}
