package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.keyway.opcua.server.Refused.refused;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.security.certificate.TrustDesk;
import org.keyway.opcua.server.Guests;

/** What strangers say that mean no good: the server tells them off, and goes on serving others. */
final class HostileInputTest {
    private static final int CONNECTIONS = 30;

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
    void garbageIsToldOffAndEnded() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < CONNECTIONS; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(garbage);
            garbage[0] = 'X';
            try (Intruder intruder = server.intruder()) {
                intruder.says(garbage.length < 8 ? new byte[8] : garbage);
                assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTypeInvalid);
            }
        }
    }

    @Test
    void aChunkThatIsTooLargeIsNotWaitedFor() throws Exception {
        try (Intruder intruder = server.intruder()) {
            intruder.says(Wire.hello(server.url()));
            assertThat(intruder.hears()).contains("ACK");
            intruder.says(Wire.message("OPN", 'F', 70_000, new byte[0]));
            assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTooLarge);
        }
    }

    @Test
    void aHelloForSomebodyElseIsRefused() throws Exception {
        try (Intruder intruder = server.intruder()) {
            intruder.says(Wire.hello("opc.tcp://127.0.0.1/elsewhere"));
            assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpEndpointUrlInvalid);
        }
    }

    /** CVE-2026-63252: the stack keeps these for ever, out of memory that all connections share. */
    @Test
    void partsOfMessagesThatNeverEndTakeNoMemory() throws Exception {
        long before = BesiegedServer.usedMemory();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Intruder intruder = server.intruder()) {
                intruder.says(Wire.hello(server.url()));
                assertThat(intruder.hears()).contains("ACK");
                intruder.says(Wire.message("OPN", 'C', new byte[60_000]));
                assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTypeInvalid);
            }
        }
        assertThat(BesiegedServer.usedMemory() - before).isLessThan(16L << 20);
    }

    @Test
    void aHugeCertificateAndALongChainAreRefused() throws Exception {
        byte[] receiver = MessageDigest.getInstance("SHA-1")
                .digest(server.workshop
                        .guests()
                        .pki()
                        .own()
                        .current()
                        .certificate()
                        .getEncoded());
        byte[] encoded = Guests.certificate(Guests.keys(), Guests.CLIENT_URI).getEncoded();
        ByteBuf chain = Unpooled.buffer();
        while (chain.readableBytes() + encoded.length < 60_000) {
            chain.writeBytes(encoded);
        }
        byte[] garbage = new byte[60_000];
        new Random(1).nextBytes(garbage);
        for (byte[] certificates : List.of(Wire.bytes(chain), garbage)) {
            try (Intruder intruder = server.intruder()) {
                intruder.says(Wire.hello(server.url()));
                assertThat(intruder.hears()).contains("ACK");
                intruder.says(Wire.open(Wire.BASIC, certificates, receiver));
                assertThat(intruder.isToldAndCutOff())
                        .isIn(StatusCodes.Bad_CertificateChainIncomplete, StatusCodes.Bad_CertificateInvalid);
            }
        }
        assertThat(server.workshop.guests().pki().rejected().getRejectedCertificates())
                .isEmpty();
    }

    @Test
    void thousandsThatOnlyConnectLeaveRoomForOthers() throws Exception {
        List<Intruder> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                idle.add(server.intruder());
            }
            await().untilAsserted(() -> assertThat(idle.get(199).hears()).contains("ERR"));
        } finally {
            for (Intruder intruder : idle) {
                intruder.close();
            }
        }
        await().ignoreExceptions().until(() -> server.another().getSession() != null);
    }

    @Test
    void withoutSecurityOneFindsOutWhatThereIsAndHasNoSession() throws Exception {
        List<EndpointDescription> offered =
                DiscoveryClient.getEndpoints(server.url()).get();
        assertThat(offered)
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.getSecurityPolicyUri()).isNotEqualTo(SecurityPolicy.None.getUri()));
        OpcUaClient client = withoutSecurity(server.url(), offered.get(0));
        assertThatThrownBy(client::connect).isInstanceOf(UaException.class);
        client.disconnect();
    }

    private static OpcUaClient withoutSecurity(String url, EndpointDescription offered) throws UaException {
        EndpointDescription forged = new EndpointDescription(
                url,
                offered.getServer(),
                offered.getServerCertificate(),
                MessageSecurityMode.None,
                SecurityPolicy.None.getUri(),
                offered.getUserIdentityTokens(),
                offered.getTransportProfileUri(),
                offered.getSecurityLevel());
        return OpcUaClient.create(
                OpcUaClientConfig.builder().setEndpoint(forged).build());
    }

    @Test
    void whereOneFindsOutWhatThereIsNothingElseIsServed() throws Exception {
        EndpointDescription offered =
                DiscoveryClient.getEndpoints(server.url()).get().get(0);
        OpcUaClient client = withoutSecurity(server.url().replace("/keyway", "/discovery"), offered);
        refused(StatusCodes.Bad_ServiceUnsupported, client::connect);
        client.disconnect();
    }

    @Test
    void aStrangerIsRefusedUntilSomebodyTrustsHimAndWhenHeDoesNoMore() throws Exception {
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, Guests.CLIENT_URI);
        assertThatThrownBy(() -> Guests.stranger(server.url(), keys, certificate))
                .isInstanceOf(UaException.class);
        assertThat(server.workshop.guests().pki().rejected().getRejectedCertificates())
                .contains(certificate);

        new TrustDesk(server.workshop.guests().pki()).accept(Thumbprint.of(certificate));

        OpcUaClient trusted = Guests.stranger(server.url(), keys, certificate);
        server.kept(trusted);
        assertThat(trusted.readNamespaceTable().toArray()).isNotEmpty();

        new TrustDesk(server.workshop.guests().pki()).reject(Thumbprint.of(certificate));

        await().untilAsserted(
                        () -> assertThatThrownBy(trusted::readNamespaceTable).isInstanceOf(UaException.class));
    }
}
