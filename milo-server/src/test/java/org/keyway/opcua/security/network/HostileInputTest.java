package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.DiscoveryClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfig;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.ServerCapacity;
import org.keyway.opcua.ServerSettings;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.security.certificate.TrustDesk;
import org.keyway.opcua.server.Guests;
import org.keyway.opcua.server.ServedWorkshop;

/** A server in earnest, and those who mean it no good; somebody who does goes on being served. */
final class HostileInputTest {
    private static final ServerCapacity SMALL = new ServerCapacity(20, 6, 3, 100, 60, 40, 1_000);
    private static final int CONNECTIONS = 30;
    private static final int MOST_PARTS = 16;

    @SuppressWarnings("NullAway.Init") // set before each
    private ServedWorkshop workshop;

    @SuppressWarnings("NullAway.Init") // set before each
    private OpcUaClient friend;

    private final List<OpcUaClient> clients = new ArrayList<>();

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        workshop = new ServedWorkshop(
                ServerSettings.readableOnLoopback(0).secured().with(SMALL), pki, Set.of(), "M1");
        friend = workshop.client();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(friend.readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServerStatus_CurrentTime)
                        .statusCode()
                        .isGood())
                .as("the friend is served still")
                .isTrue();
        friend.disconnect();
        for (OpcUaClient client : clients) {
            client.disconnect();
        }
        workshop.close();
    }

    private String url() {
        return workshop.server().url();
    }

    private Intruder intruder() throws Exception {
        return new Intruder(url());
    }

    private OpcUaClient another() throws Exception {
        OpcUaClient client = workshop.client();
        clients.add(client);
        return client;
    }

    @Test
    void garbageIsToldOffAndEnded() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < CONNECTIONS; i++) {
            byte[] garbage = new byte[1 + random.nextInt(2_000)];
            random.nextBytes(garbage);
            garbage[0] = 'X';
            try (Intruder intruder = intruder()) {
                intruder.says(garbage.length < 8 ? new byte[8] : garbage);
                assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTypeInvalid);
            }
        }
    }

    @Test
    void aChunkThatIsTooLargeIsNotWaitedFor() throws Exception {
        try (Intruder intruder = intruder()) {
            intruder.says(Wire.hello(url()));
            assertThat(intruder.hears()).contains("ACK");
            intruder.says(Wire.message("OPN", 'F', 70_000, new byte[0]));
            assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTooLarge);
        }
    }

    @Test
    void aHelloForSomebodyElseIsRefused() throws Exception {
        try (Intruder intruder = intruder()) {
            intruder.says(Wire.hello("opc.tcp://127.0.0.1/elsewhere"));
            assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpEndpointUrlInvalid);
        }
    }

    /** CVE-2026-63252: the stack keeps these for ever, out of memory that all connections share. */
    @Test
    void partsOfMessagesThatNeverEndTakeNoMemory() throws Exception {
        long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Intruder intruder = intruder()) {
                intruder.says(Wire.hello(url()));
                assertThat(intruder.hears()).contains("ACK");
                intruder.says(Wire.message("OPN", 'C', new byte[60_000]));
                assertThat(intruder.isToldAndCutOff()).isEqualTo(StatusCodes.Bad_TcpMessageTypeInvalid);
            }
        }
        assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
                .isLessThan(16L << 20);
    }

    private OpcUaClient with(Insider insider) throws Exception {
        OpcUaClient client = workshop.guests().everybody(url(), insider::enter);
        clients.add(client);
        return client;
    }

    private static long usedMemory() {
        return PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
    }

    @Test
    void aMessageWithoutEndInsideAnEncryptedChannelEndsItAndLeavesNothing() throws Exception {
        long before = usedMemory();
        for (int i = 0; i < SMALL.sessionsPerClient() - 1; i++) {
            Insider endless = new Insider();
            with(endless).readNamespaceTable();
            for (int part = 0; part <= MOST_PARTS; part++) {
                endless.saysAPart(60_000);
            }
            // What was still on its way when the server closed takes its last word along at times.
            assertThat(endless.isToldAndCutOff()).isIn(0L, StatusCodes.Bad_TcpMessageTooLarge);
        }
        assertThat(usedMemory() - before).isLessThan(16L << 20);
    }

    @Test
    void whoLeavesInTheMiddleOfAMessageLeavesNothing() throws Exception {
        long before = usedMemory();
        for (int i = 0; i < SMALL.sessionsPerClient() - 1; i++) {
            Insider leaving = new Insider();
            with(leaving).readNamespaceTable();
            for (int part = 0; part < MOST_PARTS / 2; part++) {
                leaving.saysAPart(60_000);
            }
            leaving.leaves();
        }
        await().untilAsserted(() -> assertThat(usedMemory() - before).isLessThan(16L << 20));
    }

    @Test
    void aMessageThatIsTooLargeInsideAnEncryptedChannelEndsIt() throws Exception {
        Insider insider = new Insider();
        OpcUaClient client = with(insider);
        client.readNamespaceTable();
        ByteString large = ByteString.of(new byte[600 * 1024]);
        assertThatThrownBy(() -> client.writeValues(
                        List.of(NodeIds.Server_ServiceLevel), List.of(DataValue.valueOnly(Variant.of(large)))))
                .isInstanceOf(UaException.class);
        assertThat(insider.isToldAndCutOff())
                .isIn(0L, StatusCodes.Bad_TcpMessageTooLarge, StatusCodes.Bad_EncodingLimitsExceeded);
    }

    @Test
    void oneSessionDoesNotTakeAllMonitoredItems() throws Exception {
        OpcUaClient client = another();
        UInteger id = client.createSubscription(1_000.0, uint(100), uint(10), uint(0), true, UByte.MIN)
                .getSubscriptionId();
        MonitoredItemCreateRequest item = new MonitoredItemCreateRequest(
                new ReadValueId(
                        NodeIds.Server_ServerStatus_CurrentTime,
                        AttributeId.Value.uid(),
                        null,
                        QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(uint(1), 1_000.0, null, uint(1), true));
        MonitoredItemCreateResult[] made = client.createMonitoredItems(
                        id, TimestampsToReturn.Both, Collections.nCopies(SMALL.itemsPerSession() + 50, item))
                .getResults();
        assertThat(made).filteredOn(result -> result.getStatusCode().isGood()).hasSize(SMALL.itemsPerSession());
        assertThat(made)
                .filteredOn(result -> !result.getStatusCode().isGood())
                .allMatch(result -> result.getStatusCode().value() == StatusCodes.Bad_TooManyMonitoredItems);
    }

    @Test
    void aHugeCertificateAndALongChainAreRefused() throws Exception {
        byte[] receiver = MessageDigest.getInstance("SHA-1")
                .digest(workshop.guests().pki().own().current().certificate().getEncoded());
        byte[] encoded = Guests.certificate(Guests.keys(), Guests.CLIENT_URI).getEncoded();
        ByteBuf chain = Unpooled.buffer();
        while (chain.readableBytes() + encoded.length < 60_000) {
            chain.writeBytes(encoded);
        }
        byte[] garbage = new byte[60_000];
        new Random(1).nextBytes(garbage);
        for (byte[] certificates : List.of(Wire.bytes(chain), garbage)) {
            try (Intruder intruder = intruder()) {
                intruder.says(Wire.hello(url()));
                assertThat(intruder.hears()).contains("ACK");
                intruder.says(Wire.open(Wire.BASIC, certificates, receiver));
                assertThat(intruder.isToldAndCutOff())
                        .isIn(StatusCodes.Bad_CertificateChainIncomplete, StatusCodes.Bad_CertificateInvalid);
            }
        }
        assertThat(workshop.guests().pki().rejected().getRejectedCertificates()).isEmpty();
    }

    @Test
    void thousandsThatOnlyConnectLeaveRoomForOthers() throws Exception {
        List<Intruder> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                idle.add(intruder());
            }
            await().untilAsserted(() -> assertThat(idle.get(199).hears()).contains("ERR"));
        } finally {
            for (Intruder intruder : idle) {
                intruder.close();
            }
        }
        await().ignoreExceptions().until(() -> another().getSession() != null);
    }

    @Test
    void withoutSecurityOneFindsOutWhatThereIsAndHasNoSession() throws Exception {
        List<EndpointDescription> offered = DiscoveryClient.getEndpoints(url()).get();
        assertThat(offered)
                .isNotEmpty()
                .allSatisfy(endpoint ->
                        assertThat(endpoint.getSecurityPolicyUri()).isNotEqualTo(SecurityPolicy.None.getUri()));
        EndpointDescription first = offered.get(0);
        EndpointDescription forged = new EndpointDescription(
                first.getEndpointUrl(),
                first.getServer(),
                first.getServerCertificate(),
                MessageSecurityMode.None,
                SecurityPolicy.None.getUri(),
                first.getUserIdentityTokens(),
                first.getTransportProfileUri(),
                first.getSecurityLevel());
        OpcUaClient client = OpcUaClient.create(
                OpcUaClientConfig.builder().setEndpoint(forged).build());
        assertThatThrownBy(client::connect).isInstanceOf(UaException.class);
        client.disconnect();
    }

    @Test
    void aStrangerIsRefusedUntilSomebodyTrustsHimAndWhenHeDoesNoMore() throws Exception {
        KeyPair keys = Guests.keys();
        X509Certificate certificate = Guests.certificate(keys, Guests.CLIENT_URI);
        assertThatThrownBy(() -> Guests.stranger(url(), keys, certificate)).isInstanceOf(UaException.class);
        assertThat(workshop.guests().pki().rejected().getRejectedCertificates()).contains(certificate);

        new TrustDesk(workshop.guests().pki()).accept(Thumbprint.of(certificate));

        OpcUaClient trusted = Guests.stranger(url(), keys, certificate);
        clients.add(trusted);
        assertThat(trusted.readNamespaceTable().toArray()).isNotEmpty();

        new TrustDesk(workshop.guests().pki()).reject(Thumbprint.of(certificate));

        await().untilAsserted(
                        () -> assertThatThrownBy(trusted::readNamespaceTable).isInstanceOf(UaException.class));
    }

    @Test
    void oneClientDoesNotTakeAllSessions() throws Exception {
        for (int i = 1; i < SMALL.sessionsPerClient(); i++) {
            another();
        }
        assertThatThrownBy(this::another)
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(StatusCodes.Bad_TooManySessions));
    }

    @Test
    void oneSessionDoesNotTakeAllSubscriptions() throws Exception {
        OpcUaClient client = another();
        for (int i = 0; i < SMALL.subscriptionsPerSession(); i++) {
            new OpcUaSubscription(client).create();
        }
        assertThatThrownBy(() -> new OpcUaSubscription(client).create())
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(StatusCodes.Bad_TooManySubscriptions));
    }

    /** The stack tells this limit, and would take more. */
    @Test
    void oneRequestNamesNoMoreMonitoredItemsThanTheLimitThatIsTold() throws Exception {
        int limit = ((Number) Objects.requireNonNull(friend.readValue(
                                0,
                                TimestampsToReturn.Neither,
                                NodeIds.Server_ServerCapabilities_OperationLimits_MaxMonitoredItemsPerCall)
                        .value()
                        .value()))
                .intValue();
        for (int more = 0; more <= 1; more++) {
            List<UInteger> items = Collections.nCopies(limit + more, UInteger.valueOf(7));
            long told = more == 0 ? StatusCodes.Bad_SubscriptionIdInvalid : StatusCodes.Bad_TooManyOperations;
            assertThatThrownBy(() -> friend.deleteMonitoredItems(UInteger.valueOf(4711), items))
                    .isInstanceOfSatisfying(
                            UaException.class,
                            e -> assertThat(e.getStatusCode().value()).isEqualTo(told));
        }
    }

    @Test
    void whatIsNestedTooDeepEndsTheConnectionOfWhoSentIt() throws Exception {
        OpcUaClient client = another();
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
                friend.newRequestHeader(friend.getSession().getAuthenticationToken()),
                ExtensionObject.encode(friend.getStaticEncodingContext(), new Range(0.0, 1.0)),
                TimestampsToReturn.Both,
                false,
                new HistoryReadValueId[] {new HistoryReadValueId(NodeIds.Server, null, null, null)});
        assertThatThrownBy(() -> friend.sendRequest(request))
                .isInstanceOfSatisfying(
                        UaException.class,
                        e -> assertThat(e.getStatusCode().value()).isEqualTo(StatusCodes.Bad_InternalError));
    }
}
