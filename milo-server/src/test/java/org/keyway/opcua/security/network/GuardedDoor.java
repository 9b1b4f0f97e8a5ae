package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerPolicy;

/** A door for two with a guard, and those who come; time passes as a test says. */
final class GuardedDoor {
    private static final ServerCapacity TWO = new ServerCapacity(1, 1, 1, 1, 2, 2, 1);

    final RefusalCount refusals = new RefusalCount();
    private long nanos;
    final ConnectionLedger ledger = new ConnectionLedger(TWO, () -> nanos);

    final class Connection extends EmbeddedChannel {
        Connection(Optional<Duration> unsecured) {
            super(
                    DefaultChannelId.newInstance(),
                    false,
                    false,
                    new ConnectionGuard(
                            ledger,
                            refusals,
                            new ConnectionGuard.Patience(
                                    Duration.ofSeconds(15), unsecured, Duration.ofSeconds(30), Duration.ofSeconds(20)),
                            new MessageScanner(EnumSet.of(ServerPolicy.BASIC_256_SHA_256), GuardedTransport.LIMITS)));
            freezeTime();
            try {
                register();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected @Nullable SocketAddress remoteAddress0() {
            return isActive() ? new InetSocketAddress("192.0.2.7", 50_000) : null;
        }

        /** What the stack has seen of it, in bytes. */
        int seen() {
            int seen = 0;
            for (Object read = readInbound(); read != null; read = readInbound()) {
                seen += ((ByteBuf) read).readableBytes();
                ((ByteBuf) read).release();
            }
            return seen;
        }

        /** The type of the next message that the stack sees. */
        String text() {
            ByteBuf next = readInbound();
            String type = next.toString(0, 4, StandardCharsets.US_ASCII);
            next.release();
            return type;
        }

        /** The error that the other side was told. */
        long toldStatus() {
            ByteBuf error = readOutbound();
            assertThat(error).isNotNull();
            assertThat(error.getByte(0)).isEqualTo((byte) 'E');
            long status = error.getUnsignedIntLE(8);
            error.release();
            return status;
        }

        void opened() {
            writeOutbound(Wire.message("OPN", 'F', new byte[60]));
            ((ByteBuf) readOutbound()).release();
        }

        void pass(Duration time) {
            advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
            runPendingTasks();
        }

        /** It is told the status and cut off, and the stack has seen nothing. */
        void isRefused(long status) {
            assertThat(seen()).isZero();
            isEnded(status);
        }

        /** The same in the middle of a message, of which the stack may have seen something. */
        void isEnded(long status) {
            seen();
            assertThat(toldStatus()).isEqualTo(status);
            assertThat(isOpen()).isFalse();
        }
    }

    /** One that may be without security for half a minute. */
    Connection connection() {
        return new Connection(Optional.of(Duration.ofSeconds(30)));
    }

    /** One that may be without security for good. */
    Connection commissioning() {
        return new Connection(Optional.empty());
    }

    /** One whose channel is open. */
    Connection open(String policy) {
        Connection connection = connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"), Wire.open(policy, 'F'));
        connection.opened();
        connection.seen();
        return connection;
    }

    /** Lets time pass for how often somebody may come. */
    void pass(Duration time) {
        nanos += time.toNanos();
    }
}
