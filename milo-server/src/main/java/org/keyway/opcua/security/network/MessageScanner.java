package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.keyway.opcua.ServerPolicy;

/**
 * Looks at the heads of messages as they come (OPC 10000-6 7.1.2 and 6.7.2), without keeping more of them than a head: which
 * may come when, how long each may be, and under which security policy a channel is asked for. Work is linear in the bytes.
 */
final class MessageScanner {
    private static final int HEADER = 8;
    private static final int LENGTH_AT = 4;
    private static final int CHUNK_AT = 3;
    /** Type, chunk, length and channel id; then the length of the policy's URI. */
    private static final int POLICY_LENGTH_AT = HEADER + 4;

    private static final int POLICY_AT = POLICY_LENGTH_AT + 4;
    private static final int LONGEST_POLICY = 80;
    private static final int LARGEST_HELLO = 8 + 20 + 4 + 4096;
    private static final int SMALLEST_HELLO = 32;
    private static final int RECEIVE_BUFFER_AT = 12;
    private static final int SEND_BUFFER_AT = 16;
    private static final int MESSAGE_SIZE_AT = 20;
    private static final int HELLO_END = 28;
    private static final int SMALLEST_BUFFER = 8_192;
    private static final int SMALLEST_OTHER = 24;
    private static final String POLICY_PREFIX = "http://opcfoundation.org/UA/SecurityPolicy#";
    private static final String NONE = POLICY_PREFIX + "None";

    private static final byte[] ABORT = {'M', 'S', 'G', 'A'};

    private final Set<ServerPolicy> policies;
    private final int largestChunk;
    private final byte[] head = new byte[POLICY_AT + LONGEST_POLICY];
    private int have;
    private int wanted = HEADER;
    private long left;
    private State state = State.HELLO_DUE;
    private boolean secured;
    private boolean inParts;
    private long ended;

    private enum State {
        HELLO_DUE,
        OPEN_DUE,
        OPEN
    }

    MessageScanner(Set<ServerPolicy> policies, int largestChunk) {
        this.policies = policies;
        this.largestChunk = largestChunk;
    }

    /** Looks at further bytes; why to end the connection, if it is to be ended. */
    Optional<Refusal> scan(ByteBuf bytes) {
        int at = bytes.readerIndex();
        int end = bytes.writerIndex();
        while (at < end) {
            if (have < wanted) {
                head[have++] = bytes.getByte(at++);
                left--;
                Optional<Refusal> refusal = have == wanted ? judge() : Optional.empty();
                if (refusal.isPresent()) {
                    return refusal;
                }
            } else {
                int skipped = (int) Math.min(left, end - at);
                at += skipped;
                left -= skipped;
            }
            if (have >= HEADER && left == 0) {
                chunkEnded();
                have = 0;
                wanted = HEADER;
            }
        }
        return Optional.empty();
    }

    private void chunkEnded() {
        inParts = head[0] == 'M' && head[CHUNK_AT] == 'C';
        if (!inParts) {
            ended++;
        }
    }

    private Optional<Refusal> judge() {
        if (have == HEADER) {
            return header();
        }
        if (head[0] == 'H') {
            return hello();
        }
        return have == POLICY_AT ? policyLength() : policy();
    }

    /** Smaller buffers than OPC 10000-6 7.1.2.3 allows would leave the stack no room for an answer. */
    private Optional<Refusal> hello() {
        long receiving = Integer.toUnsignedLong(integer(RECEIVE_BUFFER_AT));
        long sending = Integer.toUnsignedLong(integer(SEND_BUFFER_AT));
        long message = Integer.toUnsignedLong(integer(MESSAGE_SIZE_AT));
        boolean room = receiving >= SMALLEST_BUFFER
                && sending >= SMALLEST_BUFFER
                && (message == 0 || message >= SMALLEST_BUFFER);
        state = State.OPEN_DUE;
        return room ? Optional.empty() : Optional.of(Refusal.NO_ROOM);
    }

    private Optional<Refusal> header() {
        long length = Integer.toUnsignedLong(integer(LENGTH_AT));
        String type = new String(head, 0, CHUNK_AT, StandardCharsets.ISO_8859_1);
        char chunk = (char) (head[CHUNK_AT] & 0xFF);
        if (!isDue(type, chunk)) {
            return Optional.of(Refusal.WRONG_TYPE);
        }
        boolean hello = type.equals("HEL");
        if (length > (hello ? LARGEST_HELLO : largestChunk)) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        if (length < (hello ? SMALLEST_HELLO : SMALLEST_OTHER)) {
            return Optional.of(Refusal.TOO_SMALL);
        }
        left = length - HEADER;
        if (hello) {
            wanted = HELLO_END;
        }
        if (type.equals("OPN")) {
            wanted = POLICY_AT;
        }
        return Optional.empty();
    }

    /** Only messages come in several chunks, and only from those who have shown a certificate: the stack keeps them. */
    private boolean isDue(String type, char chunk) {
        return switch (state) {
            case HELLO_DUE -> type.equals("HEL") && chunk == 'F';
            case OPEN_DUE -> type.equals("OPN") && chunk == 'F';
            case OPEN ->
                type.equals("MSG")
                        ? chunk == 'F' || (secured && (chunk == 'C' || chunk == 'A'))
                        : chunk == 'F' && (type.equals("OPN") || type.equals("CLO"));
        };
    }

    private Optional<Refusal> policyLength() {
        int length = integer(POLICY_LENGTH_AT);
        if (length <= 0 || length > LONGEST_POLICY || length > left) {
            return Optional.of(Refusal.WRONG_POLICY);
        }
        wanted = POLICY_AT + length;
        return Optional.empty();
    }

    private Optional<Refusal> policy() {
        String uri = new String(head, POLICY_AT, have - POLICY_AT, StandardCharsets.ISO_8859_1);
        boolean none = uri.equals(NONE);
        boolean offered = none
                || (uri.startsWith(POLICY_PREFIX)
                        && ServerPolicy.of(uri.substring(POLICY_PREFIX.length()))
                                .filter(policies::contains)
                                .isPresent());
        if (!offered || (state == State.OPEN && none == secured)) {
            return Optional.of(Refusal.WRONG_POLICY);
        }
        if (state != State.OPEN) {
            secured = !none;
        }
        return Optional.empty();
    }

    /**
     * What ends the message that the other side has left unfinished: the rest of a chunk that nobody will look at, and the
     * chunk that aborts (OPC 10000-6 6.7.2.2), upon which the stack lets its parts go. Empty where there is nothing to end.
     */
    byte[] ending() {
        boolean between = have == 0;
        boolean inPart = have >= HEADER && head[0] == 'M' && head[CHUNK_AT] == 'C';
        if (state != State.OPEN || !secured || !(between || inPart)) {
            return new byte[0];
        }
        int missing = between ? 0 : (int) left;
        byte[] ending = new byte[missing + SMALLEST_OTHER];
        ByteBuffer.wrap(ending, missing, SMALLEST_OTHER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ABORT)
                .putInt(SMALLEST_OTHER);
        return ending;
    }

    private int integer(int at) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** Whether a message has begun and not ended. */
    boolean isWithinMessage() {
        return inParts || have > 0;
    }

    /** How many messages have ended. */
    long ended() {
        return ended;
    }

    /** The stack has opened the channel. */
    void opened() {
        state = State.OPEN;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether the channel was asked for under a policy that isn't None. */
    boolean isSecured() {
        return secured;
    }
}
