package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;
import org.keyway.opcua.security.audit.Actor;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditEntry.Kind;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.security.certificate.TrustDesk;
import org.keyway.opcua.server.Guests;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.Namespaces;
import org.keyway.opcua.space.NodeMaker;

/** What clients do is told to administrators and kept. */
final class AuditTest {
    @SuppressWarnings("NullAway.Init") // set before each
    private GuardedFloor floor;

    /** A machine's heartbeat. */
    private static final class Heartbeat implements MachineFeature {
        @Override
        public Attachment attach(MachineNode machine) {
            NodeMaker maker = machine.maker(AccessGroup.HANDOVER_PLC);
            UaVariableNode node =
                    maker.variable(machine.root(), machine.name(Namespaces.TYPES, "PlcHeartbeat"), NodeIds.Int32, 0);
            maker.writable(node);
            return new Attachment() {};
        }
    }

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        floor = new GuardedFloor(pki, Set.of(new Heartbeat()));
    }

    @AfterEach
    void close() throws Exception {
        floor.close();
    }

    private List<AuditEntry> kept(Kind kind) {
        return floor.workshop.guests().audited().stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    private static void write(OpcUaClient client, NodeId node, int value) throws UaException {
        client.writeValues(List.of(node), List.of(DataValue.valueOnly(Variant.of(value))));
    }

    private static SimpleAttributeOperand field(NodeId type, String name) {
        return new SimpleAttributeOperand(
                type, new QualifiedName[] {new QualifiedName(0, name)}, AttributeId.Value.uid(), null);
    }

    private static BlockingQueue<Variant[]> events(OpcUaClient client) throws Exception {
        BlockingQueue<Variant[]> received = new LinkedBlockingQueue<>();
        OpcUaSubscription subscription = new OpcUaSubscription(client, 20.0);
        subscription.create();
        EventFilter filter = new EventFilter(
                new SimpleAttributeOperand[] {
                    field(NodeIds.BaseEventType, "EventType"),
                    field(NodeIds.BaseEventType, "SourceNode"),
                    field(NodeIds.AuditEventType, "Status"),
                    field(NodeIds.AuditEventType, "ClientUserId"),
                    field(NodeIds.AuditWriteUpdateEventType, "OldValue"),
                    field(NodeIds.AuditWriteUpdateEventType, "NewValue"),
                    field(NodeIds.AuditUpdateMethodEventType, "MethodId")
                },
                new ContentFilter(null));
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newEventItem(NodeIds.Server, filter);
        item.setEventValueListener((from, values) -> received.add(values));
        subscription.addMonitoredItem(item);
        subscription.createMonitoredItems();
        return received;
    }

    @Test
    void aWriteIsToldWithBothValuesToAnAdministratorAndToNobodyElse() throws Exception {
        BlockingQueue<Variant[]> admin = events(floor.as(Role.SECURITY_ADMIN));
        BlockingQueue<Variant[]> observer = events(floor.as(Role.OBSERVER));
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();

        write(floor.as(Role.MACHINE_CLIENT), node, 42);

        Variant[] event = admin.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event)
                .extracting(Variant::value)
                .containsExactly(NodeIds.AuditWriteUpdateEventType, node, true, "user2", 0, 42, null);
        assertThat(observer).isEmpty();
    }

    @Test
    void aRefusedWriteToWhatBelongsToNoMachineIsTold() throws Exception {
        BlockingQueue<Variant[]> admin = events(floor.as(Role.SECURITY_ADMIN));
        NodeId identities = new NodeId(8, "Roles/MesClient/Identities");

        write(floor.as(Role.OBSERVER), identities, 42);

        Variant[] event = admin.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        assertThat(event[1].value()).isEqualTo(identities);
        assertThat(event[2].value()).isEqualTo(false);
    }

    @Test
    void aCallAndARefusedOneAreTold() throws Exception {
        BlockingQueue<Variant[]> admin = events(floor.as(Role.SECURITY_ADMIN));
        Nodes nodes = floor.nodes("M1", AccessGroup.JOB_ORDERS);
        CallMethodRequest call =
                new CallMethodRequest(nodes.object().getNodeId(), nodes.method().getNodeId(), new Variant[0]);

        floor.as(Role.MES_CLIENT).call(List.of(call));
        floor.as(Role.OBSERVER).call(List.of(call));

        Variant[] done = admin.poll(10, TimeUnit.SECONDS);
        Variant[] refused = admin.poll(10, TimeUnit.SECONDS);
        assertThat(done[0].value()).isEqualTo(NodeIds.AuditUpdateMethodEventType);
        assertThat(done[2].value()).isEqualTo(true);
        assertThat(done[6].value()).isEqualTo(nodes.method().getNodeId());
        assertThat(refused[2].value()).isEqualTo(false);
        assertThat(refused[3].value()).isEqualTo("user2");
    }

    @Test
    void whoIsTrustedAndNoMoreIsKeptWithWhoHasDecidedIt() throws Exception {
        Pki trust = floor.workshop.guests().pki();
        X509Certificate certificate = Guests.certificate(Guests.keys(), "urn:another");
        trust.rejected().addRejectedCertificate(certificate);
        TrustDesk desk = new TrustDesk(trust);
        desk.accept(Thumbprint.of(certificate));
        await().until(() -> decided(certificate).equals(List.of("TRUSTED")));
        desk.reject(Thumbprint.of(certificate));
        await().until(() -> decided(certificate).equals(List.of("TRUSTED", "NOT_TRUSTED")));
        assertThat(kept(Kind.TRUST))
                .filteredOn(entry -> entry.node().equals(Optional.of(Thumbprint.of(certificate))))
                .allSatisfy(entry -> assertThat(entry.account()).contains(Actor.here()));
    }

    private List<String> decided(X509Certificate certificate) {
        return kept(Kind.TRUST).stream()
                .filter(entry -> entry.node().equals(Optional.of(Thumbprint.of(certificate))))
                .map(entry -> entry.after().orElse("").replaceFirst(" .*", ""))
                .toList();
    }

    @Test
    void aRefusedSignInIsTold() throws Exception {
        BlockingQueue<Variant[]> admin = events(floor.as(Role.SECURITY_ADMIN));
        assertThatThrownBy(() -> floor.workshop.guests().named(floor.url(), "nobody", "wrong password"))
                .isInstanceOf(UaException.class);
        Variant[] event = admin.poll(10, TimeUnit.SECONDS);
        assertThat(event[0].value()).isEqualTo(NodeIds.AuditActivateSessionEventType);
        assertThat(event[2].value()).isEqualTo(false);
        assertThat(event[3].value()).isEqualTo("nobody");
    }

    @Test
    void theServerSaysThatItAudits() throws Exception {
        assertThat(floor.as(Role.OBSERVER)
                        .readValue(0, TimestampsToReturn.Neither, NodeIds.Server_Auditing)
                        .value()
                        .value())
                .isEqualTo(true);
    }

    @Test
    void aWriteIsKeptWithWhoAndBothValues() throws Exception {
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        write(floor.as(Role.MACHINE_CLIENT), node, 42);
        await().until(() -> !kept(Kind.WRITE).isEmpty());
        assertThat(kept(Kind.WRITE)).singleElement().satisfies(entry -> {
            assertThat(entry.account()).contains("user0");
            assertThat(entry.application()).contains("urn:keyway:test:client");
            assertThat(entry.address()).contains("127.0.0.1");
            assertThat(entry.machine()).contains("M1");
            assertThat(entry.node()).contains(node.toParseableString());
            assertThat(entry.before()).contains("0");
            assertThat(entry.after()).contains("42");
            assertThat(entry.status()).isEqualTo("Good");
        });
    }

    @Test
    void aHeartbeatAndAValueThatStaysAreNotKept() throws Exception {
        OpcUaClient plc = floor.as(Role.MACHINE_CLIENT);
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        for (int beat = 1; beat <= 50; beat++) {
            write(plc, new NodeId(8, "M1/PlcHeartbeat"), beat);
            write(plc, node, 7);
        }
        write(plc, node, 8);
        await().until(() -> kept(Kind.WRITE).size() >= 2);
        assertThat(kept(Kind.WRITE))
                .extracting(entry -> entry.after().orElse(""))
                .containsExactly("7", "8");
    }

    @Test
    void aRefusedWriteIsKept() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        write(observer, floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId(), 1);
        await().until(() -> !kept(Kind.WRITE).isEmpty());
        assertThat(kept(Kind.WRITE))
                .singleElement()
                .satisfies(entry -> assertThat(entry.status()).isEqualTo("Bad_UserAccessDenied"));
    }

    @Test
    void whoTriesAllTheTimeDoesNotFillTheAudit() throws Exception {
        OpcUaClient observer = floor.as(Role.OBSERVER);
        NodeId node = floor.nodes("M1", AccessGroup.HANDOVER_PLC).variable().getNodeId();
        for (int i = 0; i < 300; i++) {
            write(observer, node, i);
        }
        floor.close();
        assertThat(kept(Kind.WRITE)).hasSize(60);
        assertThat(kept(Kind.MORE))
                .singleElement()
                .satisfies(more -> assertThat(more.after()).contains("240"));
    }
}
