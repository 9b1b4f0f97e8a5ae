package org.keyway.job.store;

import java.time.Instant;
import org.keyway.profile.store.HashChain;

/** The hash that chains the journal: SHA-256 over the hash before and every column of the entry, a line each. */
final class JournalHash {
    /** What the first entry is chained to. */
    static final String BEGINNING = HashChain.BEGINNING;

    private JournalHash() {}

    /** The entry's hash, 64 hexadecimal digits. */
    static String of(String before, long seq, String job, Instant at, String kind, String body) {
        String head = seq + "\n" + job + '\n' + at.toEpochMilli() + '\n' + kind + '\n';
        return HashChain.link(before, head, body);
    }
}
