package org.keyway.opcua.security.network;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.channel.EncodingLimits;
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
    /** The most that a chunk has beside its part of the message: heads, padding and signature. */
    private static final int AROUND_A_PART = 128;

    private static final String POLICY_PREFIX = "http://opcfoundation.org/UA/SecurityPolicy#";
    private static final String NONE = POLICY_PREFIX + "None";

    private static final byte[] ABORT = {'M', 'S', 'G', 'A'};

    private final Set<ServerPolicy> policies;
    private final EncodingLimits limits;
    private final byte[] head = new byte[POLICY_AT + LONGEST_POLICY];
    private int have;
    private int wanted = HEADER;
    private long left;
    private State state = State.HELLO_DUE;
    private boolean secured;
    private long length;
    private int parts;
    private long bytesInParts;
    private int partsPassed;
    private int missing;
    private long ended;

    private enum State {
        HELLO_DUE,
        OPEN_DUE,
        OPEN
    }

    /** With the limits that clients are told. */
    MessageScanner(Set<ServerPolicy> policies, EncodingLimits limits) {
        this.policies = policies;
        this.limits = limits;
    }

    /** Looks at further bytes, which the stack then sees; or why it must not, and the connection is to be ended. */
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
        partsPassed = parts;
        missing = have < HEADER ? 0 : (int) left;
        return Optional.empty();
    }

    private void chunkEnded() {
        if (head[0] == 'M') {
            boolean part = head[CHUNK_AT] == 'C';
            parts = part ? parts + 1 : 0;
            bytesInParts = part ? bytesInParts + length : 0;
        }
        if (parts == 0) {
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
        length = Integer.toUnsignedLong(integer(LENGTH_AT));
        String type = new String(head, 0, CHUNK_AT, StandardCharsets.ISO_8859_1);
        char chunk = (char) (head[CHUNK_AT] & 0xFF);
        if (!isDue(type, chunk)) {
            return Optional.of(Refusal.WRONG_TYPE);
        }
        boolean hello = type.equals("HEL");
        if (length > (hello ? LARGEST_HELLO : limits.getMaxChunkSize()) || isMoreThanAMessage(type, chunk)) {
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

    /** The stack would keep its parts, and say nothing to who goes on sending them. */
    private boolean isMoreThanAMessage(String type, char chunk) {
        long most = limits.getMaxMessageSize() + (long) AROUND_A_PART * limits.getMaxChunkCount();
        return type.equals("MSG")
                && chunk != 'A'
                && (parts >= limits.getMaxChunkCount() || bytesInParts + length > most);
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
     * What ends the message of which the stack has seen parts: the rest of a chunk that nobody will look at, and the chunk that
     * aborts (OPC 10000-6 6.7.2.2), upon which the stack lets its parts go. Empty where there is nothing to end.
     */
    byte[] ending() {
        if (partsPassed == 0) {
            return new byte[0];
        }
        byte[] ending = new byte[missing + SMALLEST_OTHER];
        ByteBuffer.wrap(ending, missing, SMALLEST_OTHER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ABORT)
                .putInt(SMALLEST_OTHER);
        return ending;
    }

    /** How many bytes of a head came last; it is not to be passed on before it is whole, because it couldn't be ended. */
    int headBegun() {
        return have < HEADER ? have : 0;
    }

    private int integer(int at) {
        return ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }

    /** Whether a message has begun and not ended. */
    boolean isWithinMessage() {
        return parts > 0 || have > 0;
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
