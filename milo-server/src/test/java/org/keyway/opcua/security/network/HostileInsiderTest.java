package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those say that are trusted and mean no good: it costs nobody but themselves. */
final class HostileInsiderTest {
    private static final int MOST_PARTS = 16;

    @SuppressWarnings("NullAway.Init") // set before each
    private BesiegedServer server;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        server = new BesiegedServer(pki);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void aMessageWithoutEndInsideAnEncryptedChannelEndsItAndLeavesNothing() throws Exception {
        long before = BesiegedServer.usedMemory();
        for (int i = 0; i < BesiegedServer.SMALL.sessionsPerClient() - 1; i++) {
            Insider endless = new Insider();
            server.with(endless).readNamespaceTable();
            for (int part = 0; part <= MOST_PARTS; part++) {
                endless.saysAPart(60_000);
            }
            // What was still on its way when the server closed takes its last word along.
            assertThat(endless.isToldAndCutOff()).isIn(0L, StatusCodes.Bad_TcpMessageTooLarge);
        }
        assertThat(BesiegedServer.usedMemory() - before).isLessThan(16L << 20);
    }

    @Test
    void whoLeavesInTheMiddleOfAMessageLeavesNothing() throws Exception {
        long before = BesiegedServer.usedMemory();
        for (int i = 0; i < BesiegedServer.SMALL.sessionsPerClient() - 1; i++) {
            Insider leaving = new Insider();
            server.with(leaving).readNamespaceTable();
            for (int part = 0; part < MOST_PARTS / 2; part++) {
                leaving.saysAPart(60_000);
            }
            leaving.leaves();
        }
        await().untilAsserted(
                        () -> assertThat(BesiegedServer.usedMemory() - before).isLessThan(16L << 20));
    }

    @Test
    void aMessageThatIsTooLargeInsideAnEncryptedChannelEndsIt() throws Exception {
        Insider insider = new Insider();
        OpcUaClient client = server.with(insider);
        client.readNamespaceTable();
        ByteString large = ByteString.of(new byte[600 * 1024]);
        assertThatThrownBy(() -> client.writeValues(
                        List.of(NodeIds.Server_ServiceLevel), List.of(DataValue.valueOnly(Variant.of(large)))))
                .isInstanceOf(UaException.class);
        assertThat(insider.isToldAndCutOff()).isIn(0L, StatusCodes.Bad_TcpMessageTooLarge);
    }

    @Test
    void whatIsNestedTooDeepEndsTheConnectionOfWhoSentIt() throws Exception {
        OpcUaClient client = server.another();
        Variant nested = Variant.of(1);
        for (int depth = 0; depth < 100; depth++) {
            nested = Variant.of(new Variant[] {nested});
        }
        Variant deep = nested;
        assertThatThrownBy(() ->
                        client.writeValues(List.of(NodeIds.Server_ServiceLevel), List.of(DataValue.valueOnly(deep))))
                .isInstanceOf(UaException.class);
    }

    /** The stack lets the error out of the thread, and the client wait for ever. */
    @Test
    void aRequestThatTheServerStumblesOverIsAnswered() throws Exception {
        HistoryReadRequest request = new HistoryReadRequest(
                server.friend.newRequestHeader(server.friend.getSession().getAuthenticationToken()),
                ExtensionObject.encode(server.friend.getStaticEncodingContext(), new Range(0.0, 1.0)),
                TimestampsToReturn.Both,
                false,
                new HistoryReadValueId[] {new HistoryReadValueId(NodeIds.Server, null, null, null)});
        refused(StatusCodes.Bad_InternalError, () -> server.friend.sendRequest(request));
    }
}
