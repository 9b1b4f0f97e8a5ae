package org.keyway.job;

/** What a check of the whole journal found. */
public sealed interface JournalVerdict {
    /**
     * Every entry is chained to the one before it, and the table of jobs says what the entries say.
     *
     * @param head the hash of the last entry; whoever kept an earlier head can tell whether the journal still holds it
     */
    record Intact(long entries, String head) implements JournalVerdict {}

    /** The first entry that was changed, put in or follows one that was taken out. */
    record Broken(long seq, String reason) implements JournalVerdict {}

    /** The entries are chained, but what the table of jobs says of this job is not what they say. */
    record Differing(String job, String reason) implements JournalVerdict {}

    /**
     * An entry of which number and hash were kept elsewhere, by which also a journal that was cut at its end or written
     * anew as a whole is told.
     *
     * @param seq 0 for the beginning of an empty journal
     * @param hash 64 hexadecimal digits, small letters
     */
    record Anchor(long seq, String hash) {}
}
