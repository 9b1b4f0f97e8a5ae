package org.keyway.profile.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes by which entries of a log are chained: SHA-256 over the hash before and what the entry says. */
public final class HashChain {
    /** What the first entry is chained to. */
    public static final String BEGINNING = "0".repeat(64);

    private HashChain() {}

    /**
     * The hash of an entry, 64 hexadecimal digits.
     *
     * @param head what can hold no end of line but its own, each part followed by one
     * @param body anything
     */
    public static String link(String before, String head, String body) {
        return sha256(before + '\n' + head + body);
    }

    /** The hash of a text in UTF-8, 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
