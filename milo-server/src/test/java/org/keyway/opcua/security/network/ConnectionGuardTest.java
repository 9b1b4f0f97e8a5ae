package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerPolicy;

/** What the stack is given to see, and what is ended before. */
final class ConnectionGuardTest {
    private static final ServerCapacity TWO = new ServerCapacity(1, 1, 1, 1, 2, 2, 1);

    private final RefusalCount refusals = new RefusalCount();
    private long nanos;
    private final ConnectionLedger ledger = new ConnectionLedger(TWO, () -> nanos);

    private final class Connection extends EmbeddedChannel {
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
                            new MessageScanner(EnumSet.of(ServerPolicy.BASIC_256_SHA_256), 65_535)));
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
    }

    private Connection connection() {
        return new Connection(Optional.of(Duration.ofSeconds(30)));
    }

    private Connection open(String policy) {
        Connection connection = connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"), Wire.open(policy, 'F'));
        connection.opened();
        connection.seen();
        return connection;
    }

    private static void refused(Connection connection, long status) {
        assertThat(connection.seen()).isZero();
        assertThat(connection.toldStatus()).isEqualTo(status);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatIsDueIsPassedOnWholeHoweverItIsCutUp() {
        Connection connection = connection();
        ByteBuf all = Unpooled.wrappedBuffer(Wire.hello("opc.tcp://h"), Wire.open(Wire.BASIC, 'F'));
        int length = all.readableBytes();
        while (all.isReadable()) {
            connection.writeInbound(all.readRetainedSlice(1));
        }
        assertThat(connection.seen()).isEqualTo(length);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void garbageIsNotSeenByTheStack() {
        Connection connection = connection();
        connection.writeInbound(Unpooled.wrappedBuffer("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        refused(connection, StatusCodes.Bad_TcpMessageTypeInvalid);
        assertThat(refusals.total()).isOne();
    }

    @Test
    void aMessageBeforeItsTurnIsNotSeen() {
        Connection connection = connection();
        connection.writeInbound(Wire.open(Wire.BASIC, 'F'));
        refused(connection, StatusCodes.Bad_TcpMessageTypeInvalid);

        Connection second = connection();
        second.writeInbound(Wire.hello("opc.tcp://h"));
        second.seen();
        second.writeInbound(Wire.message("MSG", 'F', new byte[40]));
        refused(second, StatusCodes.Bad_TcpMessageTypeInvalid);
    }

    @Test
    void aLengthThatCanNotBeIsNotWaitedFor() {
        Connection small = connection();
        small.writeInbound(Wire.message("HEL", 'F', 7, new byte[0]));
        refused(small, StatusCodes.Bad_DecodingError);
        Connection large = connection();
        large.writeInbound(Wire.message("HEL", 'F', 0xFFFF_FFFFL, new byte[0]));
        refused(large, StatusCodes.Bad_TcpMessageTooLarge);
    }

    @Test
    void whoLeavesNoRoomForAnAnswerGetsNone() {
        Connection buffer = connection();
        buffer.writeInbound(Wire.hello("opc.tcp://h", 8_191, 0));
        refused(buffer, StatusCodes.Bad_ConnectionRejected);
        Connection message = connection();
        message.writeInbound(Wire.hello("opc.tcp://h", 8_192, 32));
        refused(message, StatusCodes.Bad_ConnectionRejected);
        Connection enough = connection();
        enough.writeInbound(Wire.hello("opc.tcp://h", 8_192, 8_192));
        assertThat(enough.isOpen()).isTrue();
    }

    @Test
    void aPolicyThatIsNotOfferedIsNotTried() {
        Connection connection = connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"));
        connection.seen();
        connection.writeInbound(Wire.open("http://opcfoundation.org/UA/SecurityPolicy#Basic128Rsa15", 'F'));
        refused(connection, StatusCodes.Bad_SecurityPolicyRejected);
    }

    @Test
    void whoHasShownNoCertificateLeavesNoPartsOfMessages() {
        Connection connection = open(Wire.NONE);
        connection.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        refused(connection, StatusCodes.Bad_TcpMessageTypeInvalid);

        Connection opening = connection();
        opening.writeInbound(Wire.hello("opc.tcp://h"));
        opening.seen();
        opening.writeInbound(Wire.open(Wire.BASIC, 'C'));
        refused(opening, StatusCodes.Bad_TcpMessageTypeInvalid);
    }

    @Test
    void whoHasShownOneMay() {
        Connection connection = open(Wire.BASIC);
        connection.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        assertThat(connection.seen()).isEqualTo(48);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void whatHeLeavesUnfinishedIsEndedForHimSoThatTheStackLetsItGo() {
        Connection between = open(Wire.BASIC);
        between.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        between.seen();
        between.close().syncUninterruptibly();
        assertThat(between.text()).isEqualTo("MSGA");

        Connection within = open(Wire.BASIC);
        within.writeInbound(Wire.message("MSG", 'C', new byte[40]).readRetainedSlice(20));
        within.seen();
        within.close().syncUninterruptibly();
        assertThat(within.seen()).isEqualTo(28 + 24);
    }

    @Test
    void aSecuredChannelIsNotRenewedWithoutSecurity() {
        Connection connection = open(Wire.BASIC);
        connection.writeInbound(Wire.open(Wire.NONE, 'F'));
        refused(connection, StatusCodes.Bad_SecurityPolicyRejected);
    }

    @Test
    void whoSaysHelloAndNothingMoreIsCutOffAfterFifteenSeconds() {
        Connection connection = connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"));
        connection.seen();
        connection.pass(Duration.ofMillis(14_900));
        assertThat(connection.isOpen()).isTrue();
        connection.pass(Duration.ofMillis(200));
        refused(connection, StatusCodes.Bad_Timeout);
        assertThat(ledger.total()).isZero();
    }

    @Test
    void whoOpensHisChannelByteByByteIsCutOffAsWell() {
        Connection connection = connection();
        ByteBuf all = Unpooled.wrappedBuffer(Wire.hello("opc.tcp://h"), Wire.open(Wire.BASIC, 'F'));
        for (int second = 0; second < 15; second++) {
            assertThat(connection.isOpen()).isTrue();
            connection.writeInbound(all.readRetainedSlice(1));
            connection.pass(Duration.ofMillis(1_001));
        }
        refusedInTheMiddle(connection);
        all.release();
    }

    private static void refusedInTheMiddle(Connection connection) {
        connection.seen();
        assertThat(connection.toldStatus()).isEqualTo(StatusCodes.Bad_Timeout);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aMessageThatIsNeverFinishedEndsTheConnection() {
        Connection parts = open(Wire.BASIC);
        parts.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        parts.pass(Duration.ofMillis(29_900));
        assertThat(parts.isOpen()).isTrue();
        parts.pass(Duration.ofMillis(200));
        refusedInTheMiddle(parts);

        Connection dribbling = open(Wire.BASIC);
        ByteBuf message = Wire.message("MSG", 'F', new byte[100]);
        for (int second = 0; second < 30; second++) {
            assertThat(dribbling.isOpen()).isTrue();
            dribbling.writeInbound(message.readRetainedSlice(1));
            dribbling.pass(Duration.ofMillis(1_001));
        }
        refusedInTheMiddle(dribbling);
        message.release();
    }

    @Test
    void whoSendsMessageAfterMessageIsNotTakenForOneWhoNeverFinishes() {
        Connection busy = open(Wire.BASIC);
        for (int second = 0; second < 120; second++) {
            ByteBuf both = Unpooled.wrappedBuffer(
                    Wire.message("MSG", 'C', new byte[40]), Wire.message("MSG", 'F', new byte[40]));
            busy.writeInbound(both.readRetainedSlice(60));
            busy.pass(Duration.ofSeconds(1));
            busy.writeInbound(both);
        }
        busy.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        assertThat(busy.isOpen()).isTrue();
    }

    @Test
    void aChannelWithoutSecurityIsForFindingOutAlone() {
        Connection connection = open(Wire.NONE);
        connection.pass(Duration.ofSeconds(31));
        refused(connection, StatusCodes.Bad_SecureChannelClosed);
        Connection secured = open(Wire.BASIC);
        secured.pass(Duration.ofMinutes(5));
        assertThat(secured.isOpen()).isTrue();
        Connection commissioning = new Connection(Optional.empty());
        commissioning.writeInbound(Wire.hello("opc.tcp://h"), Wire.open(Wire.NONE, 'F'));
        commissioning.opened();
        commissioning.pass(Duration.ofMinutes(5));
        assertThat(commissioning.isOpen()).isTrue();
    }

    @Test
    void oneTooManyIsTurnedAwayAndTakenWhenAnotherHasLeft() {
        Connection first = connection();
        Connection second = connection();
        Connection third = connection();
        refused(third, StatusCodes.Bad_TcpServerTooBusy);
        assertThat(second.isOpen()).isTrue();
        first.close().syncUninterruptibly();
        assertThat(connection().isOpen()).isTrue();
    }

    @Test
    void whoConnectsAllTheTimeWaitsForHisTurn() {
        for (int i = 0; i < 10; i++) {
            Connection connection = connection();
            assertThat(connection.isOpen()).isTrue();
            connection.close().syncUninterruptibly();
        }
        refused(connection(), StatusCodes.Bad_TcpServerTooBusy);
        nanos += Duration.ofSeconds(1).toNanos();
        assertThat(connection().isOpen()).isTrue();
    }
}
