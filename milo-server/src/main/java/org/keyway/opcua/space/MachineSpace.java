package org.keyway.opcua.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.server.AccessContext;
import org.eclipse.milo.opcua.sdk.server.AddressSpaceFilter;
import org.eclipse.milo.opcua.sdk.server.ManagedAddressSpaceFragmentWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.SimpleAddressSpaceFilter;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.EventItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.opcua.security.AccessGroup;

/** The namespace of our instances: how they are read, written and watched. Which there are is {@link MachineTree}'s. */
public final class MachineSpace extends ManagedAddressSpaceFragmentWithLifecycle {
    private static final String GATEWAY = "";

    private final Namespaces namespaces;
    private final UShort index;
    private final AddressSpaceFilter ours;
    private final NodeRegister register;
    private final MachineLocks locks = new MachineLocks();
    private final MonitoredItems items;
    private final EventItems eventItems = new EventItems();
    private final Events events;
    private final SubscriptionModel otherAttributes;
    private final List<ClientWrite.Listener> writeListeners = new CopyOnWriteArrayList<>();
    private final Map<String, MachineNode> machines = new ConcurrentHashMap<>();
    private final Map<UaStructuredType, ExtensionObject> encoded = new ConcurrentHashMap<>();
    private volatile Optional<NodeGuard> guard = Optional.empty();

    /** Makes the namespace; it holds nothing yet. */
    public MachineSpace(OpcUaServer server, Namespaces namespaces) {
        this(server, namespaces, new InstanceNodes(server.getNamespaceTable()));
    }

    private MachineSpace(OpcUaServer server, Namespaces namespaces, InstanceNodes nodes) {
        super(server, nodes);
        this.namespaces = namespaces;
        this.index = namespaces.index(Namespaces.MACHINES);
        this.ours =
                SimpleAddressSpaceFilter.create(node -> node.getNamespaceIndex().equals(index));
        this.register = new NodeRegister(getNodeContext(), nodes, index);
        this.items = new MonitoredItems(server, this::valuesFor);
        this.events = new Events(server, register, eventItems, this::mayReceive);
        this.otherAttributes = new SubscriptionModel(server, this);
        getLifecycleManager().addLifecycle(otherAttributes);
    }

    @Override
    public AddressSpaceFilter getFilter() {
        return ours;
    }

    /** The index of our instances' namespace. */
    public UShort namespaceIndex() {
        return index;
    }

    Namespaces namespaces() {
        return namespaces;
    }

    NodeRegister register() {
        return register;
    }

    MachineLocks locks() {
        return locks;
    }

    MonitoredItems items() {
        return items;
    }

    OpcUaServer server() {
        return getServer();
    }

    /** Fires events of ours. */
    public Events events() {
        return events;
    }

    /** Whose a node is; empty for one that isn't of ours. */
    public Optional<NodeOwner> owner(NodeId node) {
        return register.owner(node);
    }

    /** Makes nodes of the gateway itself, which belong to no machine. */
    public NodeMaker maker(AccessGroup group) {
        return new NodeMaker(register, new NodeOwner(Optional.empty(), group));
    }

    /** Lets somebody watch over the nodes that are made from now on. */
    public void guard(NodeGuard watching) {
        guard = Optional.of(watching);
        register.guard(watching::added);
    }

    /** Is told whatever clients write. */
    public void onWrite(ClientWrite.Listener listener) {
        writeListeners.add(listener);
    }

    /** What many machines show alike is encoded once. */
    ExtensionObject encoded(UaStructuredType value) {
        return encoded.computeIfAbsent(
                value, own -> ExtensionObject.encode(getServer().getStaticEncodingContext(), own));
    }

    void enter(MachineNode machine) {
        machines.put(machine.machine().id(), machine);
    }

    void leave(String machine) {
        machines.remove(machine);
    }

    /** Whether a session may call what belongs to somebody; what the server itself asks has no session, and may. */
    boolean mayCall(AccessContext context, NodeOwner owner) {
        return guard.flatMap(watching -> context.getSession().map(session -> watching.mayCall(session, owner)))
                .orElse(true);
    }

    private boolean mayReceive(Session session, NodeOwner event) {
        return guard.map(watching -> watching.mayReceive(session, event)).orElse(true);
    }

    private String machineOf(NodeId node) {
        return owner(node).flatMap(NodeOwner::machine).orElse(GATEWAY);
    }

    private List<DataValue> valuesFor(Session session, List<ReadValueId> values) {
        return read(new ReadContext(getServer(), session), 0.0, TimestampsToReturn.Both, values);
    }

    @Override
    public List<DataValue> read(
            ReadContext context, Double maxAge, TimestampsToReturn timestamps, List<ReadValueId> values) {
        SortedSet<String> machines = new TreeSet<>();
        values.forEach(value -> machines.add(machineOf(value.getNodeId())));
        return locks.reading(machines, () -> super.read(context, maxAge, timestamps, values));
    }

    @Override
    public List<StatusCode> write(WriteContext context, List<WriteValue> values) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            places.computeIfAbsent(machineOf(values.get(i).getNodeId()), machine -> new ArrayList<>())
                    .add(i);
        }
        StatusCode[] answers = new StatusCode[values.size()];
        places.forEach((machine, positions) -> {
            List<StatusCode> part = locks.writing(
                    machine,
                    () -> writeTo(
                            machine,
                            context,
                            positions.stream().map(values::get).toList()));
            for (int i = 0; i < part.size(); i++) {
                answers[positions.get(i)] = part.get(i);
            }
        });
        return Arrays.asList(answers);
    }

    private List<StatusCode> writeTo(String machine, WriteContext context, List<WriteValue> values) {
        AtomicWrite write = new AtomicWrite(getNodeManager()::get, super::write);
        List<StatusCode> answers = write.write(context, values);
        Map<NodeId, DataValue> replaced = write.replaced();
        if (!replaced.isEmpty()) {
            ClientWrite done = new ClientWrite(
                    context.getSession(), machine, replaced, Optional.ofNullable(context.getAuditEntryId()));
            writeListeners.forEach(listener -> listener.written(done));
            Optional.ofNullable(machines.get(machine)).ifPresent(node -> node.written(done));
            items.changed(replaced.keySet());
        }
        return answers;
    }

    /** Each call is judged once more, by itself: the stack hands a batch on when one call of it is allowed. */
    @Override
    public List<CallMethodResult> call(CallContext context, List<CallMethodRequest> requests) {
        List<CallMethodResult> results = new ArrayList<>(requests.size());
        for (CallMethodRequest request : requests) {
            Optional<StatusCode> refusal = guard.flatMap(
                    watching -> context.getSession().flatMap(session -> watching.refusesCall(session, request)));
            results.add(refusal.map(status -> new CallMethodResult(status, null, null, null))
                    .orElseGet(() -> super.call(context, List.of(request)).get(0)));
        }
        return results;
    }

    private static boolean isValue(MonitoredItem item) {
        return AttributeId.Value.uid().equals(item.getReadValueId().getAttributeId());
    }

    private static <I extends MonitoredItem> List<I> values(List<I> items) {
        return items.stream().filter(MachineSpace::isValue).toList();
    }

    private static <I extends MonitoredItem> List<I> others(List<I> items) {
        return items.stream().filter(item -> !isValue(item)).toList();
    }

    @Override
    public void onDataItemsCreated(List<DataItem> created) {
        items.add(values(created));
        otherAttributes.onDataItemsCreated(others(created));
    }

    @Override
    public void onDataItemsModified(List<DataItem> modified) {
        otherAttributes.onDataItemsModified(others(modified));
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> deleted) {
        items.remove(values(deleted));
        otherAttributes.onDataItemsDeleted(others(deleted));
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> changed) {
        items.show(changed.stream()
                .filter(DataItem.class::isInstance)
                .map(DataItem.class::cast)
                .filter(item -> isValue(item) && item.isSamplingEnabled())
                .toList());
        otherAttributes.onMonitoringModeChanged(others(changed));
    }

    @Override
    public void onEventItemsCreated(List<EventItem> created) {
        eventItems.add(created);
    }

    @Override
    public void onEventItemsDeleted(List<EventItem> deleted) {
        eventItems.remove(deleted);
    }
}
