package org.keyway.opcua.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.server.ServedWorkshop;

/** A Read is a snapshot, a Write is all or nothing, and so is what subscriptions are told. */
final class MachineSpaceTest {
    private static final int WORDS = 20;
    private static final int PUBLICATIONS = 3000;

    private final Words words = new Words();
    private ServedWorkshop workshop;
    private OpcUaClient client;

    /** Twenty variables that always have the same value. */
    private static final class Words implements MachineFeature {
        private final List<MachineNode> machines = new ArrayList<>();
        private List<UaVariableNode> nodes = List.of();

        @Override
        public Attachment attach(MachineNode node) {
            machines.add(node);
            NodeMaker maker = node.maker(AccessGroup.HANDOVER_PLC);
            nodes = IntStream.range(0, WORDS)
                    .mapToObj(
                            i -> maker.variable(node.root(), node.name(Namespaces.TYPES, "Word" + i), NodeIds.Int32, 0))
                    .toList();
            nodes.forEach(maker::writable);
            return new Attachment() {};
        }

        void publish(int value) {
            machine().publish(publication -> nodes.forEach(node -> publication.set(node, value)));
        }

        MachineNode machine() {
            return machines.get(machines.size() - 1);
        }

        List<NodeId> ids() {
            return nodes.stream().map(UaVariableNode::getNodeId).toList();
        }
    }

    @BeforeEach
    void serve(@TempDir Path pki) throws Exception {
        workshop = new ServedWorkshop(pki, Set.of(words), "M1");
        client = workshop.client();
    }

    @AfterEach
    void close() throws Exception {
        client.disconnect();
        workshop.close();
    }

    private static List<Object> values(List<DataValue> answers) {
        return answers.stream().map(answer -> answer.value().value()).toList();
    }

    @Test
    void nodesHaveReadableIdsInTheDocumentedNamespace() throws Exception {
        assertThat(words.ids().get(3)).isEqualTo(new NodeId(8, "M1/Word3"));
        assertThat(client.readNamespaceTable().toArray()[8]).isEqualTo(Namespaces.MACHINES);
    }

    @Test
    void aReadDuringPublicationsIsNeverTorn() throws Exception {
        Thread publisher = new Thread(() -> IntStream.range(1, PUBLICATIONS).forEach(words::publish));
        publisher.start();
        int reads = 0;
        while (publisher.isAlive() || reads < 100) {
            List<DataValue> answers = client.readValues(0.0, TimestampsToReturn.Neither, words.ids());
            assertThat(Set.copyOf(values(answers))).hasSize(1);
            reads++;
        }
        publisher.join();
    }

    @Test
    void aSubscriptionIsToldOfAWholePublicationAtOnce() throws Exception {
        BlockingQueue<List<Object>> told = new LinkedBlockingQueue<>();
        OpcUaSubscription subscription = new OpcUaSubscription(client, 20.0);
        subscription.create();
        subscription.setSubscriptionListener(new OpcUaSubscription.SubscriptionListener() {
            @Override
            public void onDataReceived(OpcUaSubscription from, List<OpcUaMonitoredItem> items, List<DataValue> values) {
                told.add(values(values));
            }
        });
        List<OpcUaMonitoredItem> items = new ArrayList<>();
        words.ids().forEach(id -> items.add(OpcUaMonitoredItem.newDataItem(id)));
        subscription.addMonitoredItems(items);
        subscription.createMonitoredItems();

        IntStream.rangeClosed(1, PUBLICATIONS).forEach(words::publish);

        await().until(() -> told.stream().anyMatch(message -> message.contains(PUBLICATIONS)));
        assertThat(told).allSatisfy(message -> {
            assertThat(message).hasSize(WORDS);
            assertThat(Set.copyOf(message)).hasSize(1);
        });
    }

    @Test
    void aWriteWithOneBadElementChangesNothing() throws Exception {
        words.publish(7);
        List<NodeId> ids = words.ids().subList(0, 3);
        List<DataValue> wanted = List.of(
                DataValue.valueOnly(Variant.of(8)),
                DataValue.valueOnly(Variant.of("eight")),
                DataValue.valueOnly(Variant.of(8)));

        List<StatusCode> answers = client.writeValues(ids, wanted);

        assertThat(answers)
                .extracting(StatusCode::value)
                .containsExactly(
                        StatusCodes.Bad_InvalidState, StatusCodes.Bad_TypeMismatch, StatusCodes.Bad_InvalidState);
        assertThat(values(client.readValues(0.0, TimestampsToReturn.Neither, ids)))
                .containsOnly(7);
    }

    @Test
    void aGoodWriteIsDoneAndTold() throws Exception {
        List<ClientWrite> seen = new ArrayList<>();
        words.machine().onWrite(seen::add);

        List<StatusCode> answers = client.writeValues(
                words.ids().subList(0, 2),
                List.of(DataValue.valueOnly(Variant.of(1)), DataValue.valueOnly(Variant.of(2))));

        assertThat(answers).allMatch(StatusCode::isGood);
        assertThat(seen).singleElement().satisfies(write -> {
            assertThat(write.machine()).isEqualTo("M1");
            assertThat(write.replaced()).containsOnlyKeys(words.ids().subList(0, 2));
        });
    }

    @Test
    void aMachineThatGoesAndComesIsThereWithoutARestart() throws Exception {
        workshop.remove("M1");
        DataValue gone =
                client.readValue(0.0, TimestampsToReturn.Neither, words.ids().get(0));
        workshop.add("M1");
        DataValue back =
                client.readValue(0.0, TimestampsToReturn.Neither, words.ids().get(0));

        assertThat(gone.statusCode().value()).isEqualTo(StatusCodes.Bad_NodeIdUnknown);
        assertThat(back.statusCode().isGood()).isTrue();
    }
}
