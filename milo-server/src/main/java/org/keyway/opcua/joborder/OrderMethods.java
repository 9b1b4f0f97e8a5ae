package org.keyway.opcua.joborder;

import static org.keyway.opcua.space.Namespaces.JOB_CONTROL;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderBook;
import org.keyway.job.order.OrderCommand;
import org.keyway.job.order.OrderFault;
import org.keyway.job.order.OrderState;
import org.keyway.job.order.ReturnStatus;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95JobResponse;
import org.keyway.opcua.isa95.Isa95State;
import org.keyway.opcua.method.CheckedMethod;
import org.keyway.opcua.method.Input;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;

/** The methods of JobOrderControl and JobOrderResults on one machine (OPC 10031-4 6.2.1 and 6.2.2). */
final class OrderMethods {
    /** Longer ids are none of ours, and answered as unknown. */
    private static final int LONGEST_TEXT = 100_000;

    private final MachineNode machine;
    private final NodeMaker maker;
    private final OrderBook book;
    private final OrderForm form;
    private final OrderResponses responses;
    private final OrderStates states;
    private final EncodingContext context;

    OrderMethods(MachineNode machine, NodeMaker maker, OrderBook book, OrderResponses responses, OrderStates states) {
        this.machine = machine;
        this.maker = maker;
        this.book = book;
        this.context = machine.server().getStaticEncodingContext();
        this.form = new OrderForm(context);
        this.responses = responses;
        this.states = states;
    }

    /** Adds those that take orders and change them. */
    void addControl(UaNode control) {
        add(control, "Store", order -> book.store(id(), order));
        add(control, "StoreAndStart", order -> book.storeAndStart(id(), order));
        add(control, "Update", order -> book.update(id(), order));
        add(control, "Start", OrderCommand.START);
        add(control, "RevokeStart", OrderCommand.REVOKE_START);
        add(control, "Stop", OrderCommand.STOP);
        add(control, "Abort", OrderCommand.ABORT);
        add(control, "Cancel", OrderCommand.CANCEL);
        add(control, "Clear", OrderCommand.CLEAR);
    }

    private String id() {
        return machine.machine().id();
    }

    private interface Taking {
        ReturnStatus take(JobOrder order);
    }

    private void add(UaNode control, String name, Taking taking) {
        List<Input<?>> inputs = List.of(
                Input.structure("JobOrder", type(Isa95DataType.JOB_ORDER), Isa95JobOrder.class),
                Input.texts("Comment"));
        add(control, name, inputs, List.of(returnStatus()), (access, arguments) ->
                new Variant[] {bits(taken(taking, (Isa95JobOrder) arguments.get(0)))});
    }

    private ReturnStatus taken(Taking taking, Isa95JobOrder sent) {
        try {
            return taking.take(form.read(sent));
        } catch (UaSerializationException e) {
            // Something inside of it claims to be a structure, and is none.
            return ReturnStatus.notAccepted(Set.of(OrderFault.INVALID_REQUEST));
        }
    }

    private void add(UaNode control, String name, OrderCommand command) {
        List<Input<?>> inputs = List.of(Input.text("JobOrderID", LONGEST_TEXT), Input.texts("Comment"));
        add(control, name, inputs, List.of(returnStatus()), (access, arguments) ->
                new Variant[] {bits(book.command(id(), (String) arguments.get(0), command))});
    }

    /** Adds those that answer what became of orders. */
    void addResults(UaNode results) {
        NodeId response = type(Isa95DataType.JOB_RESPONSE);
        add(
                results,
                "RequestJobResponseByJobOrderID",
                List.of(Input.text("JobOrderID", LONGEST_TEXT)),
                List.of(output("JobResponse", response, ValueRanks.Scalar), returnStatus()),
                (access, arguments) -> byId((String) arguments.get(0)));
        add(
                results,
                "RequestJobResponseByJobOrderState",
                List.of(Input.structures("JobOrderState", type(Isa95DataType.STATE), Isa95State.class)),
                List.of(output("JobResponses", response, ValueRanks.OneDimension), returnStatus()),
                (access, arguments) -> byState(((List<?>) arguments.get(0))
                        .stream().map(Isa95State.class::cast).toList()));
    }

    /** A response that was fetched closes an order that is completed; what is answered is how it stood before. */
    private Variant[] byId(String order) {
        Optional<BookedOrder> booked = book.find(id(), order).filter(OrderMethods::hasResponse);
        if (booked.isEmpty()) {
            return new Variant[] {Variant.NULL_VALUE, bits(ReturnStatus.of(OrderFault.UNKNOWN_ORDER))};
        }
        Isa95JobResponse response = responses.of(booked.get());
        book.fetched(id(), order);
        return new Variant[] {new Variant(ExtensionObject.encode(context, response)), bits(ReturnStatus.DONE)};
    }

    private Variant[] byState(List<Isa95State> asked) {
        if (asked.isEmpty()) {
            return new Variant[] {new Variant(new ExtensionObject[0]), bits(ReturnStatus.of(OrderFault.INVALID_REQUEST))
            };
        }
        ExtensionObject[] found = book.orders(id()).stream()
                .filter(OrderMethods::hasResponse)
                .filter(booked -> states.isAsked(asked, booked.state()))
                .map(booked -> ExtensionObject.encode(context, responses.of(booked)))
                .toArray(ExtensionObject[]::new);
        return new Variant[] {new Variant(found), bits(ReturnStatus.DONE)};
    }

    /** An order has a response once a machine has taken it, or it is given up (OPC 40001-3). */
    static boolean hasResponse(BookedOrder booked) {
        OrderState.Top top = booked.state().top();
        return top != OrderState.Top.NOT_ALLOWED_TO_START && top != OrderState.Top.ALLOWED_TO_START;
    }

    private void add(
            UaNode parent, String name, List<Input<?>> inputs, List<Argument> outputs, CheckedMethod.Work work) {
        CheckedMethod method = new CheckedMethod(inputs, context, work);
        maker.method(
                parent,
                machine.name(JOB_CONTROL, name),
                method.declaredInputs(),
                outputs.toArray(Argument[]::new),
                method);
    }

    private NodeId type(Isa95DataType type) {
        return type.dataType(context.getNamespaceTable());
    }

    private static Argument returnStatus() {
        return output("ReturnStatus", NodeIds.UInt64, ValueRanks.Scalar);
    }

    private static Argument output(String name, NodeId type, int rank) {
        UInteger[] dimensions = rank == ValueRanks.Scalar ? null : new UInteger[] {UInteger.MIN};
        return new Argument(name, type, rank, dimensions, LocalizedText.NULL_VALUE);
    }

    private static Variant bits(ReturnStatus status) {
        return Variant.ofUInt64(ULong.valueOf(status.bits()));
    }
}
