package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.security.network.GuardedDoor.Connection;

/** How long the guard waits, and for whom. */
final class ConnectionPatienceTest {
    private final GuardedDoor door = new GuardedDoor();

    @Test
    void whoSaysHelloAndNothingMoreIsCutOffAfterFifteenSeconds() {
        Connection connection = door.connection();
        connection.writeInbound(Wire.hello("opc.tcp://h"));
        connection.seen();
        connection.pass(Duration.ofMillis(14_900));
        assertThat(connection.isOpen()).isTrue();
        connection.pass(Duration.ofMillis(200));
        connection.isRefused(StatusCodes.Bad_Timeout);
        assertThat(door.ledger.total()).isZero();
    }

    @Test
    void whoOpensHisChannelByteByByteIsCutOffAsWell() {
        Connection connection = door.connection();
        ByteBuf all = Unpooled.wrappedBuffer(Wire.hello("opc.tcp://h"), Wire.open(Wire.BASIC, 'F'));
        for (int second = 0; second < 15; second++) {
            assertThat(connection.isOpen()).isTrue();
            connection.writeInbound(all.readRetainedSlice(1));
            connection.pass(Duration.ofMillis(1_001));
        }
        connection.isEnded(StatusCodes.Bad_Timeout);
        all.release();
    }

    @Test
    void aMessageThatIsNeverFinishedEndsTheConnection() {
        Connection parts = door.open(Wire.BASIC);
        parts.writeInbound(Wire.message("MSG", 'C', new byte[40]));
        parts.pass(Duration.ofMillis(29_900));
        assertThat(parts.isOpen()).isTrue();
        parts.pass(Duration.ofMillis(200));
        parts.isEnded(StatusCodes.Bad_Timeout);

        Connection dribbling = door.open(Wire.BASIC);
        ByteBuf message = Wire.message("MSG", 'F', new byte[100]);
        for (int second = 0; second < 30; second++) {
            assertThat(dribbling.isOpen()).isTrue();
            dribbling.writeInbound(message.readRetainedSlice(1));
            dribbling.pass(Duration.ofMillis(1_001));
        }
        dribbling.isEnded(StatusCodes.Bad_Timeout);
        message.release();
    }

    @Test
    void whoSendsMessageAfterMessageIsNotTakenForOneWhoNeverFinishes() {
        Connection busy = door.open(Wire.BASIC);
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
        Connection connection = door.open(Wire.NONE);
        connection.pass(Duration.ofSeconds(31));
        connection.isRefused(StatusCodes.Bad_SecureChannelClosed);
        Connection secured = door.open(Wire.BASIC);
        secured.pass(Duration.ofMinutes(5));
        assertThat(secured.isOpen()).isTrue();
        Connection commissioning = door.commissioning();
        commissioning.writeInbound(Wire.hello("opc.tcp://h"), Wire.open(Wire.NONE, 'F'));
        commissioning.opened();
        commissioning.pass(Duration.ofMinutes(5));
        assertThat(commissioning.isOpen()).isTrue();
    }

    @Test
    void whoConnectsAllTheTimeWaitsForHisTurn() {
        for (int i = 0; i < 10; i++) {
            Connection connection = door.connection();
            assertThat(connection.isOpen()).isTrue();
            connection.close().syncUninterruptibly();
        }
        door.connection().isRefused(StatusCodes.Bad_TcpServerTooBusy);
        door.pass(Duration.ofSeconds(1));
        assertThat(door.connection().isOpen()).isTrue();
    }
}
