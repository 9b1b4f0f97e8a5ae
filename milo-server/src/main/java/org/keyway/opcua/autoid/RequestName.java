package org.keyway.opcua.autoid;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The request id of a code: the same whenever the same reading is told of, also after a restart. Everything that is known of
 * the reading goes into it, so that a reader whose event ids begin anew at each start is no trouble.
 */
final class RequestName {
    private static final String PREFIX = "autoid-";
    private static final int BYTES = 20;

    private RequestName() {}

    /** The id of the reading with these marks, in this order. */
    static String of(Object... marks) {
        MessageDigest digest = sha256();
        for (Object mark : marks) {
            byte[] bytes = String.valueOf(mark).getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
