package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.enumerated.ApplicationType;
import org.eclipse.milo.opcua.stack.core.types.structured.ApplicationDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.core.util.NonceUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.server.Guests;

/** Who creates sessions and signs in to none of them takes nobody's place. */
final class UnactivatedSessionsTest {
    private static final int MOST_OF_AN_APPLICATION = 20;
    private static final ServerCapacity USUAL = ServerCapacity.USUAL;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by each test
    private Path pki;

    @SuppressWarnings("NullAway.Init") // set by each test
    private BesiegedServer server;

    @SuppressWarnings("NullAway.Init") // set by each test
    private Stranger hostile;

    /** An application that is trusted, and not the friend's. */
    private record Stranger(OpcUaClient client, X509Certificate certificate) {
        NodeId createsASession() throws UaException {
            CreateSessionRequest request = new CreateSessionRequest(
                    client.newRequestHeader(NodeId.NULL_VALUE),
                    new ApplicationDescription(
                            Guests.CLIENT_URI,
                            "",
                            LocalizedText.NULL_VALUE,
                            ApplicationType.Client,
                            null,
                            null,
                            new String[0]),
                    null,
                    client.getConfig().getEndpoint().getEndpointUrl(),
                    "never activated",
                    NonceUtil.generateNonce(32),
                    ByteString.of(encoded()),
                    60_000.0,
                    uint(0));
            return ((CreateSessionResponse) client.sendRequest(request)).getAuthenticationToken();
        }

        private byte[] encoded() {
            try {
                return certificate.getEncoded();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        void closes(NodeId session) throws UaException {
            client.sendRequest(new CloseSessionRequest(client.newRequestHeader(session), true));
        }
    }

    private void open(ServerCapacity capacity) throws Exception {
        server = new BesiegedServer(pki, capacity);
        hostile = stranger();
    }

    private Stranger stranger() throws Exception {
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, Guests.CLIENT_URI);
        server.workshop.guests().pki().trusted().addTrustedCertificate(certificate);
        return new Stranger(server.kept(Guests.stranger(server.url(), keys, certificate)), certificate);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void whereAnAddressHasNoRoomTheOldestMakesIt() throws Exception {
        open(BesiegedServer.SMALL);
        List<NodeId> flood = new ArrayList<>();
        for (int i = 0; i < 2 * BesiegedServer.SMALL.sessionsPerClient(); i++) {
            flood.add(hostile.createsASession());
        }
        server.another().readNamespaceTable();
        refused(StatusCodes.Bad_SessionIdInvalid, () -> hostile.closes(flood.get(0)));
        hostile.closes(flood.get(flood.size() - 1));
    }

    @Test
    void whereTheServerHasNoRoomTheOldestMakesIt() throws Exception {
        open(new ServerCapacity(6, 20, 3, 100, 60, 40, 1_000));
        for (int i = 0; i < 12; i++) {
            hostile.createsASession();
        }
        server.another().readNamespaceTable();
    }

    @Test
    void anApplicationKeepsTwentyAndTakesNoneOfAnother() throws Exception {
        open(USUAL);
        List<NodeId> flood = new ArrayList<>();
        for (int i = 0; i < USUAL.sessionsPerClient(); i++) {
            flood.add(hostile.createsASession());
        }
        NodeId others = stranger().createsASession();
        for (int i = 0; i <= MOST_OF_AN_APPLICATION; i++) {
            flood.add(hostile.createsASession());
        }
        server.another().readNamespaceTable();
        int ended = flood.size() - MOST_OF_AN_APPLICATION;
        refused(StatusCodes.Bad_SessionIdInvalid, () -> hostile.closes(flood.get(ended - 1)));
        hostile.closes(flood.get(ended));
        refused(StatusCodes.Bad_SecureChannelIdInvalid, () -> hostile.closes(others));
    }

    @Test
    void oneThatIsNotActivatedEndsAndOneThatIsStays() throws Exception {
        open(BesiegedServer.SMALL);
        NodeId active = hostile.client().getSession().getAuthenticationToken();
        NodeId session = hostile.createsASession();
        await().atMost(Duration.ofSeconds(30)).until(() -> isGone(session));
        hostile.client().readNamespaceTable();
        assertThat(hostile.client().getSession().getAuthenticationToken()).isEqualTo(active);
    }

    /** Asked from another channel, which ends nothing. */
    private boolean isGone(NodeId session) {
        try {
            server.friend.sendRequest(new CloseSessionRequest(server.friend.newRequestHeader(session), true));
            return false;
        } catch (UaException e) {
            return e.getStatusCode().value() == StatusCodes.Bad_SessionIdInvalid;
        }
    }
}
