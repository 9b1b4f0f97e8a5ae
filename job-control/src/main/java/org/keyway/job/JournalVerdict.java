package org.keyway.job;

/** What a check of the whole journal found. */
public sealed interface JournalVerdict {
    /**
     * Every entry is chained to the one before it.
     *
     * @param head the hash of the last entry; whoever kept an earlier head can tell whether the journal still holds it
     */
    record Intact(long entries, String head) implements JournalVerdict {}

    /** The first entry that was changed, put in or follows one that was taken out. */
    record Broken(long seq, String reason) implements JournalVerdict {}
}
