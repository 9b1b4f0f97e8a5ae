package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.security.network.GuardedDoor.Connection;

/** What the stack is given to see, and what is ended before. */
final class ConnectionGuardTest {
    private final GuardedDoor door = new GuardedDoor();

    @Test
    void whatIsDueIsPassedOnWholeHoweverItIsCutUp() {
        Connection connection = door.connection();
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
        Connection connection = door.connection();
        connection.writeInbound(Unpooled.wrappedBuffer("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        connection.isRefused(StatusCodes.Bad_TcpMessageTypeInvalid);
        assertThat(door.refusals.total()).isOne();
    }

    @Test
    void aMessageBeforeItsTurnIsNotSeen() {
        Connection connection = door.connection();
        connection.writeInbound(Wire.open(Wire.BASIC, 'F'));
        connection.isRefused(StatusCodes.Bad_TcpMessageTypeInvalid);

        Connection second = door.connection();
        second.writeInbound(Wire.hello("opc.tcp://h"));
        second.seen();
        second.writeInbound(Wire.message("MSG", 'F', new byte[40]));
        second.isRefused(StatusCodes.Bad_TcpMessageTypeInvalid);
    }

    @Test
    void aLengthThatCanNotBeIsNotWaitedFor() {
        Connection small = door.connection();
        small.writeInbound(Wire.message("HEL", 'F', 7, new byte[0]));
        small.isRefused(StatusCodes.Bad_DecodingError);
        Connection large = door.connection();
        large.writeInbound(Wire.message("HEL", 'F', 0xFFFF_FFFFL, new byte[0]));
        large.isRefused(StatusCodes.Bad_TcpMessageTooLarge);
    }

    @Test
    void whoLeavesNoRoomForAnAnswerGetsNone() {
        Connection buffer = door.connection();
        buffer.writeInbound(Wire.hello("opc.tcp://h", 8_191, 0));
        buffer.isRefused(StatusCodes.Bad_ConnectionRejected);
        Connection message = door.connection();
        message.writeInbound(Wire.hello("opc.tcp://h", 8_192, 32));
        message.isRefused(StatusCodes.Bad_ConnectionRejected);
        Connection enough = door.connection();
        enough.writeInbound(Wire.hello("opc.tcp://h", 8_192, 8_192));
        assertThat(enough.isOpen()).isTrue();
    }

    @Test
    void aPolicyThatIsNotOfferedIsNotTried() {
        Connection connection = door.connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"));
        connection.seen();
        connection.writeInbound(Wire.open("http://opcfoundation.org/UA/SecurityPolicy#Basic128Rsa15", 'F'));
        connection.isRefused(StatusCodes.Bad_SecurityPolicyRejected);
    }

    @Test
    void whoHasShownNoCertificateLeavesNoPartsOfMessages() {
        Connection connection = door.open(Wire.NONE);
        connection.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        connection.isRefused(StatusCodes.Bad_TcpMessageTypeInvalid);

        Connection opening = door.connection();
        opening.writeInbound(Wire.hello("opc.tcp://h"));
        opening.seen();
        opening.writeInbound(Wire.open(Wire.BASIC, 'C'));
        opening.isRefused(StatusCodes.Bad_TcpMessageTypeInvalid);
    }

    @Test
    void whoHasShownOneMay() {
        Connection connection = door.open(Wire.BASIC);
        connection.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        assertThat(connection.seen()).isEqualTo(48);
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void whatHeLeavesUnfinishedIsEndedForHimSoThatTheStackLetsItGo() {
        Connection between = door.open(Wire.BASIC);
        between.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        between.seen();
        between.close().syncUninterruptibly();
        assertThat(between.text()).isEqualTo("MSGA");

        for (char chunk : new char[] {'C', 'F'}) {
            Connection within = door.open(Wire.BASIC);
            within.writeInbound(Wire.message("MSG", 'C', new byte[40]));
            within.writeInbound(Wire.message("MSG", chunk, new byte[40]).readRetainedSlice(20));
            within.seen();
            within.close().syncUninterruptibly();
            assertThat(within.seen()).isEqualTo(28 + 24);
        }

        Connection withinHead = door.open(Wire.BASIC);
        withinHead.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        withinHead.writeInbound(Wire.message("MSG", 'F', new byte[40]).readRetainedSlice(7));
        assertThat(withinHead.seen()).isEqualTo(48);
        withinHead.close().syncUninterruptibly();
        assertThat(withinHead.text()).isEqualTo("MSGA");
    }

    private static void endedWithItsParts(Connection connection) {
        assertThat(connection.text()).isEqualTo("MSGA");
        connection.isEnded(StatusCodes.Bad_TcpMessageTooLarge);
    }

    @Test
    void morePartsThanAMessageMayHaveAreNotSeen() {
        Connection many = door.open(Wire.BASIC);
        for (int part = 0; part < GuardedTransport.LIMITS.getMaxChunkCount(); part++) {
            many.writeInbound(Wire.message("MSG", 'C', new byte[40]));
            assertThat(many.seen()).isEqualTo(48);
        }
        many.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        endedWithItsParts(many);

        Connection giving = door.open(Wire.BASIC);
        for (int part = 0; part < GuardedTransport.LIMITS.getMaxChunkCount(); part++) {
            giving.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        }
        giving.writeInbound(Wire.message("MSG", 'A', new byte[40]));
        giving.seen();
        assertThat(giving.isOpen()).isTrue();
    }

    @Test
    void largerPartsThanAMessageMayBeAreNotSeen() {
        Connection large = door.open(Wire.BASIC);
        for (int part = 0; part < 8; part++) {
            large.writeInbound(Wire.message("MSG", 'C', new byte[60_000]));
            assertThat(large.seen()).isEqualTo(60_008);
        }
        large.writeInbound(Wire.message("MSG", 'F', new byte[60_000]));
        endedWithItsParts(large);
    }

    @Test
    void whatIsRefusedInTheMiddleOfAMessageIsEndedWhereTheStackStands() {
        Connection connection = door.open(Wire.BASIC);
        connection.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        ByteBuf part = Wire.message("MSG", 'C', new byte[40]);
        connection.writeInbound(part.readRetainedSlice(20));
        assertThat(connection.seen()).isEqualTo(68);
        connection.writeInbound(Unpooled.wrappedBuffer(part, Wire.message("MSG", 'C', 70_000, new byte[0])));
        assertThat(connection.seen()).isEqualTo(28 + 24);
        connection.isEnded(StatusCodes.Bad_TcpMessageTooLarge);
    }

    @Test
    void aSecuredChannelIsNotRenewedWithoutSecurity() {
        Connection connection = door.open(Wire.BASIC);
        connection.writeInbound(Wire.open(Wire.NONE, 'F'));
        connection.isRefused(StatusCodes.Bad_SecurityPolicyRejected);
    }

    @Test
    void oneTooManyIsTurnedAwayAndTakenWhenAnotherHasLeft() {
        Connection first = door.connection();
        Connection second = door.connection();
        Connection third = door.connection();
        third.isRefused(StatusCodes.Bad_TcpServerTooBusy);
        assertThat(second.isOpen()).isTrue();
        first.close().syncUninterruptibly();
        assertThat(door.connection().isOpen()).isTrue();
    }
}
