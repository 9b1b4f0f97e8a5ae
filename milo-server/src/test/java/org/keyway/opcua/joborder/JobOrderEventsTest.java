package org.keyway.opcua.joborder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95State;

/** Whoever listens is told of every transition of an order. */
final class JobOrderEventsTest {
    private static final int JOB_CONTROL = 5;

    @TempDir
    Path folder;

    private OrderedMachine machine;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() throws Exception {
        machine = new OrderedMachine(folder);
    }

    @AfterEach
    void close() throws Exception {
        machine.close();
    }

    private static SimpleAttributeOperand field(NodeId type, int namespace, String name) {
        return new SimpleAttributeOperand(
                type, new QualifiedName[] {new QualifiedName(namespace, name)}, AttributeId.Value.uid(), null);
    }

    private void listenAt(NodeId notifier) throws Exception {
        NodeId type = new NodeId(JOB_CONTROL, 1006);
        EventFilter filter = new EventFilter(
                new SimpleAttributeOperand[] {
                    field(NodeIds.BaseEventType, 0, "SourceNode"),
                    field(type, JOB_CONTROL, "JobOrder"),
                    field(type, JOB_CONTROL, "JobState"),
                    field(type, JOB_CONTROL, "JobResponse"),
                    field(NodeIds.BaseEventType, 0, "Message")
                },
                new ContentFilter(null));
        OpcUaSubscription subscription = new OpcUaSubscription(machine.client(), 20.0);
        subscription.create();
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newEventItem(notifier, filter);
        item.setQueueSize(UInteger.valueOf(100));
        item.setEventValueListener((of, values) -> sentence(values).ifPresent(told::add));
        subscription.addMonitoredItem(item);
        subscription.createMonitoredItems();
    }

    /** What an event tells; empty for events of something else. */
    private Optional<String> sentence(Variant[] values) {
        if (!(values[1].value() instanceof ExtensionObject order)) {
            return Optional.empty();
        }
        ExtensionObject[] states = (ExtensionObject[]) Objects.requireNonNull(values[2].value());
        Isa95JobResponse response = decoded(values[3].value(), Isa95JobResponse.class);
        List<Isa95State> state =
                Arrays.stream(states).map(one -> decoded(one, Isa95State.class)).toList();
        assertThat(response.jobState()).isEqualTo(state);
        assertThat(values[0].value()).isEqualTo(new NodeId(8, "M1"));
        messages.add(String.valueOf(((LocalizedText) Objects.requireNonNull(values[4].value())).text()));
        return Optional.of(decoded(order, Isa95JobOrder.class).jobOrderId()
                + state.stream().map(one -> one.stateNumber().intValue()).toList());
    }

    private <T> T decoded(@Nullable Object body, Class<T> type) {
        return type.cast(((ExtensionObject) Objects.requireNonNull(body))
                .decode(machine.client().getStaticEncodingContext()));
    }

    @ParameterizedTest
    @CsvSource({"M1", "M1/JobManagement/JobOrderResults", "Server"})
    void everyTransitionIsToldAtTheMachineAtItsResultsAndAtTheServer(String notifier) throws Exception {
        listenAt(notifier.equals("Server") ? NodeIds.Server : new NodeId(8, notifier));

        machine.control("Store", OrderedMachine.plainOrder("JO-1"));
        machine.control("Start", "JO-1");
        machine.complete(machine.accept(machine.load(machine.take("JO-1"))));
        machine.control("Clear", "JO-1");

        await().untilAsserted(() -> assertThat(told)
                .containsExactly("JO-1[1, 1]", "JO-1[2, 1]", "JO-1[2, 2]", "JO-1[2, 3]", "JO-1[3]", "JO-1[5, 1]"));
        assertThat(messages)
                .containsExactly(
                        "JO-1 NotAllowedToStart, Waiting",
                        "JO-1 AllowedToStart, Waiting",
                        "JO-1 AllowedToStart, Ready",
                        "JO-1 AllowedToStart, Loaded",
                        "JO-1 Running",
                        "JO-1 Ended, Completed");
    }

    @Test
    void whatIsRefusedIsNoTransition() throws Exception {
        listenAt(new NodeId(8, "M1"));
        machine.control("Store", OrderedMachine.plainOrder("JO-1"));
        machine.control("Stop", "JO-1");
        machine.control("Store", OrderedMachine.plainOrder("JO-1"));
        machine.control("Abort", "JO-1");

        await().untilAsserted(() -> assertThat(told).containsExactly("JO-1[1, 1]", "JO-1[6]"));
    }
}
