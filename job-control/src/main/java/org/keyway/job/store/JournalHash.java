package org.keyway.job.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The hash that chains the journal: SHA-256 over the hash before and every column of the entry, a line each. */
final class JournalHash {
    /** What the first entry is chained to. */
    static final String BEGINNING = "0".repeat(64);

    private JournalHash() {}

    /** The entry's hash, 64 hexadecimal digits. */
    static String of(String before, long seq, String job, Instant at, String kind, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = before + '\n' + seq + '\n' + job + '\n' + at.toEpochMilli() + '\n' + kind + '\n';
            digest.update(head.getBytes(UTF_8));
            digest.update(body.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
