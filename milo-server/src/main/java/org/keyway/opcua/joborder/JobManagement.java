package org.keyway.opcua.joborder;

import static org.keyway.opcua.space.Namespaces.JOBS;
import static org.keyway.opcua.space.Namespaces.JOB_CONTROL;
import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.keyway.identifier.Message;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderState;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobOrderAndState;
import org.keyway.opcua.isa95.Isa95State;
import org.keyway.opcua.isa95.Isa95Structure;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.Events;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;
import org.keyway.profile.Workshop;

/**
 * JobManagement of one machine (OPC 40001-3 7.1). Both lists change together, so that every response has an order, and every
 * order that a machine has taken a response.
 */
final class JobManagement implements MachineFeature.Attachment {
    private static final int JOB_MANAGEMENT_TYPE = 1003;
    private static final int RECEIVER_SUBSTATES_TYPE = 1008;
    private static final int RESPONSE_PROVIDER_TYPE = 1003;
    private static final int STATUS_EVENT_TYPE = 1101;
    private static final int SEVERITY = 100;
    private static final int SEVERITY_OF_TROUBLE = 500;

    private final MachineNode machine;
    private final OrderForm form;
    private final ScannedOrderForm scanned;
    private final OrderStates states;
    private final OrderResponses responses;
    private final UaObjectNode results;
    private final UaVariableNode orderList;
    private final UaVariableNode responseList;
    private final Capabilities capabilities;
    private final Map<String, Listed> listed = new LinkedHashMap<>();

    /** An order as it is listed, encoded once for each change of it. */
    private record Listed(
            BookedOrder booked,
            Isa95JobOrder order,
            List<Isa95State> state,
            ExtensionObject entry,
            ExtensionObject response) {}

    JobManagement(MachineNode machine, OrderBook book, Jobs jobs, Workshop workshop) {
        this.machine = machine;
        this.form = new OrderForm(machine.server().getStaticEncodingContext());
        this.scanned = new ScannedOrderForm(machine.profile(), machine.server().getStaticEncodingContext());
        this.states = new OrderStates(machine.name(JOB_CONTROL, "").namespaceIndex());
        this.responses = new OrderResponses(
                machine.profile(), jobs, states, machine.server().getStaticEncodingContext());
        NodeMaker maker = machine.maker(AccessGroup.JOB_ORDERS);
        UaObjectNode management = maker.object(
                machine.root(),
                machine.name(JOBS, "JobManagement"),
                machine.id(JOBS, JOB_MANAGEMENT_TYPE),
                NodeIds.HasAddIn);
        maker.refer(machine.buildingBlocks(), NodeIds.HasAddIn, management);
        UaObjectNode control = maker.object(
                management, machine.name(JOBS, "JobOrderControl"), machine.id(JOB_CONTROL, RECEIVER_SUBSTATES_TYPE));
        results = maker.object(
                management, machine.name(JOBS, "JobOrderResults"), machine.id(JOB_CONTROL, RESPONSE_PROVIDER_TYPE));
        results.setEventNotifier(UByte.valueOf(1));
        orderList = list(maker, control, "JobOrderList", Isa95DataType.JOB_ORDER_AND_STATE);
        responseList = list(maker, results, "JobOrderResponseList", Isa95DataType.JOB_RESPONSE);
        capabilities = new Capabilities(machine, maker, control);
        capabilities.show(workshop);
        currentState(maker, control);
        maker.property(
                control,
                machine.name(JOB_CONTROL, "MaxDownloadableJobOrders"),
                NodeIds.UInt16,
                UShort.valueOf(book.most()));
        OrderMethods methods = new OrderMethods(machine, maker, book, responses, states);
        methods.addControl(control);
        methods.addResults(results);
    }

    private UaVariableNode list(NodeMaker maker, UaObjectNode parent, String name, Isa95DataType type) {
        NodeId dataType = type.dataType(machine.server().getNamespaceTable());
        return maker.array(parent, machine.name(JOB_CONTROL, name), dataType, 0, new ExtensionObject[0]);
    }

    /** The state machine describes the states of orders and is in none itself (OPC 10031-4 6.2.1). */
    private static void currentState(NodeMaker maker, UaObjectNode control) {
        UaVariableNode state = maker.variable(
                control,
                new QualifiedName(0, "CurrentState"),
                NodeIds.FiniteStateVariableType,
                NodeIds.LocalizedText,
                LocalizedText.NULL_VALUE);
        maker.property(state, new QualifiedName(0, "Id"), NodeIds.NodeId, NodeId.NULL_VALUE);
    }

    /** Lists what the book has; what changes meanwhile is told afterwards. */
    synchronized void load(OrderBook book) {
        book.orders(machine.machine().id())
                .forEach(booked -> listed.putIfAbsent(booked.order().id(), listed(booked)));
        publish();
    }

    private Listed listed(BookedOrder booked) {
        Isa95JobOrder order = booked.order().isScanned() ? scanned.write(booked.order()) : form.write(booked.order());
        List<Isa95State> state = states.of(booked.state());
        return new Listed(
                booked, order, state, encoded(new Isa95JobOrderAndState(order, state)), encoded(responses.of(booked)));
    }

    /** An order is new or stands elsewhere. Who is told first of two changes is told the later one last. */
    synchronized void changed(BookedOrder booked) {
        Listed before = listed.get(booked.order().id());
        if (before != null && isOlder(booked, before.booked())) {
            return;
        }
        Listed now = listed(booked);
        listed.put(booked.order().id(), now);
        publish();
        if (before == null || before.booked().state() != booked.state()) {
            fire(now);
        }
    }

    private static boolean isOlder(BookedOrder booked, BookedOrder known) {
        return booked.storedAt().equals(known.storedAt()) && booked.revision() <= known.revision();
    }

    /** Catches up with the book; of an order that changed several times meanwhile, the last state alone is told. */
    synchronized void changedElsewhere(OrderBook book) {
        List<BookedOrder> orders = book.orders(machine.machine().id());
        boolean fewer = listed.keySet()
                .retainAll(orders.stream().map(booked -> booked.order().id()).toList());
        if (fewer) {
            publish();
        }
        orders.forEach(this::changed);
    }

    synchronized void gone(BookedOrder last) {
        listed.remove(last.order().id());
        publish();
    }

    private void publish() {
        ExtensionObject[] orders = listed.values().stream().map(Listed::entry).toArray(ExtensionObject[]::new);
        ExtensionObject[] answers = listed.values().stream()
                .filter(one -> OrderMethods.hasResponse(one.booked()))
                .map(Listed::response)
                .toArray(ExtensionObject[]::new);
        machine.publish(publication -> {
            publication.set(orderList, orders);
            publication.set(responseList, answers);
        });
    }

    private ExtensionObject encoded(Isa95Structure structure) {
        return ExtensionObject.encode(machine.server().getStaticEncodingContext(), structure);
    }

    private void fire(Listed now) {
        String state = now.booked().order().id() + " " + OrderStates.sentence(now.state());
        Message message = now.booked()
                .trouble()
                .map(Problem::message)
                .map(why -> new Message(state + ": " + why.en(), state + ": " + why.zh()))
                .orElse(new Message(state, state));
        machine.events()
                .fire(new Events.Event(
                        machine.id(TYPES, STATUS_EVENT_TYPE),
                        machine.root(),
                        List.of(machine.root().getNodeId(), results.getNodeId()),
                        AccessGroup.JOB_ORDERS,
                        isTroubled(now.booked()) ? SEVERITY_OF_TROUBLE : SEVERITY,
                        message,
                        Map.of(
                                machine.name(JOB_CONTROL, "JobOrder"),
                                new Variant(encoded(now.order())),
                                machine.name(JOB_CONTROL, "JobState"),
                                new Variant(
                                        now.state().stream().map(this::encoded).toArray(ExtensionObject[]::new)),
                                machine.name(JOB_CONTROL, "JobResponse"),
                                new Variant(now.response()))));
    }

    private static boolean isTroubled(BookedOrder booked) {
        return booked.trouble().isPresent() || booked.state().top() == OrderState.Top.INTERRUPTED;
    }

    /** Shows what the workshop has now. */
    void workshopChanged(Workshop workshop) {
        capabilities.show(workshop);
    }
}
