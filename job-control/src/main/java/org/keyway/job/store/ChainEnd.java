package org.keyway.job.store;

/** The last entry of the journal: what the next one is chained to. */
record ChainEnd(long seq, String hash) {
    /** The end of a journal without entries. */
    static final ChainEnd BEGINNING = new ChainEnd(0, JournalHash.BEGINNING);
}
