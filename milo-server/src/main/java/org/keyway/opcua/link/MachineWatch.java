package org.keyway.opcua.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.keyway.job.link.LinkListener;
import org.keyway.profile.StateNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes to what a machine says of itself: its state, the job it took, the job it has done. */
final class MachineWatch {
    private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);

    private final ProfileNodes profile;
    private final LinkListener listener;
    private final Consumer<StateWord> states;

    private volatile StateWord last = StateWord.NONE;

    /** What a machine's state node says, and what that means. */
    record StateWord(StateNode.State state, String text) {
        static final StateWord NONE = new StateWord(StateNode.State.UNKNOWN, "");
    }

    MachineWatch(ProfileNodes profile, LinkListener listener, Consumer<StateWord> states) {
        this.profile = profile;
        this.listener = listener;
        this.states = states;
    }

    /** What was seen last; nothing yet in a new session. */
    StateWord lastSeen(boolean newSession) {
        if (newSession) {
            last = StateWord.NONE;
        }
        return last;
    }

    /** Begins to watch; a node that isn't there is named in the log and not watched. */
    void begin(DeviceSession session) throws UaException {
        List<OpcUaMonitoredItem> items = new ArrayList<>();
        profile.state().ifPresent(node -> add(items, session, profile.address(node.node()), this::stateSeen));
        add(items, session, profile.accepted(), value -> job(value).ifPresent(listener::jobAccepted));
        profile.done()
                .ifPresent(node -> add(items, session, node, value -> job(value).ifPresent(listener::jobDone)));
        OpcUaSubscription subscription = DeviceSubscription.to(session.client());
        subscription.create();
        subscription.addMonitoredItems(items);
        subscription.createMonitoredItems().forEach(result -> {
            if (result.serviceResult().isBad()) {
                LOG.warn("{} can't be watched: {}", profile.machine().id(), result.serviceResult());
            }
        });
    }

    private void add(
            List<OpcUaMonitoredItem> items, DeviceSession session, NodeAddress node, Consumer<DataValue> seen) {
        session.resolve(node)
                .ifPresentOrElse(
                        id -> {
                            OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(id);
                            item.setSamplingInterval(DeviceSubscription.PUBLISHING_MILLIS);
                            item.setDataValueListener((source, value) -> seen.accept(value));
                            items.add(item);
                        },
                        () -> LOG.warn("{} has no node {}", profile.machine().id(), node.text()));
    }

    private static Optional<String> job(DataValue value) {
        return PlainValue.text(value).filter(text -> !text.isEmpty());
    }

    private void stateSeen(DataValue value) {
        Object word = value.value().value();
        String text = word == null || !value.statusCode().isGood()
                ? StatusText.of(value.statusCode())
                : PlainValue.of(word, new NamespaceTable()).toString();
        StateNode.State state = profile.state()
                .map(node -> node.states().getOrDefault(text, StateNode.State.UNKNOWN))
                .orElse(StateNode.State.UNKNOWN);
        last = new StateWord(state, text);
        states.accept(last);
    }
}
