package org.keyway.opcua.joborder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.keyway.job.order.OrderState;
import org.keyway.opcua.isa95.Isa95State;

/** States as the standard writes them: the top state first, without a path, then the substate by the path to its machine. */
final class OrderStates {
    private final UShort namespace;

    /** With the index of the namespace of job control. */
    OrderStates(UShort namespace) {
        this.namespace = namespace;
    }

    private record Substate(String text, int number) {}

    List<Isa95State> of(OrderState state) {
        String top = text(state.top());
        Isa95State first = new Isa95State(
                new RelativePath(null),
                LocalizedText.english(top),
                UInteger.valueOf(state.top().number()));
        return substate(state)
                .map(sub -> List.of(
                        first,
                        new Isa95State(
                                path(top + "Substates"),
                                LocalizedText.english(sub.text()),
                                UInteger.valueOf(sub.number()))))
                .orElse(List.of(first));
    }

    /** A state and its substate in words, as {@code AllowedToStart, Ready}. */
    static String sentence(List<Isa95State> states) {
        return states.stream()
                .map(state -> String.valueOf(state.stateText().text()))
                .collect(Collectors.joining(", "));
    }

    /** The name of a state of ISA95JobOrderReceiverObjectType. */
    private static String text(OrderState.Top top) {
        return switch (top) {
            case NOT_ALLOWED_TO_START -> "NotAllowedToStart";
            case ALLOWED_TO_START -> "AllowedToStart";
            case RUNNING -> "Running";
            case INTERRUPTED -> "Interrupted";
            case ENDED -> "Ended";
            case ABORTED -> "Aborted";
        };
    }

    private static Optional<Substate> substate(OrderState state) {
        return Optional.ofNullable(
                switch (state) {
                    case WAITING, ALLOWED -> new Substate("Waiting", 1);
                    case READY -> new Substate("Ready", 2);
                    case LOADED -> new Substate("Loaded", 3);
                    case HELD -> new Substate("Held", 1);
                    case SUSPENDED -> new Substate("Suspended", 2);
                    case COMPLETED -> new Substate("Completed", 1);
                    case CLOSED -> new Substate("Closed", 2);
                    case RUNNING, ABORTED -> null;
                });
    }

    private RelativePath path(String machine) {
        return new RelativePath(new RelativePathElement[] {
            new RelativePathElement(NodeIds.HasComponent, false, true, new QualifiedName(namespace, machine))
        });
    }

    /** Whether a state is asked for: each of its entries must be one of this state's, by path and number. */
    boolean isAsked(List<Isa95State> asked, OrderState state) {
        List<Isa95State> actual = of(state);
        return !asked.isEmpty()
                && asked.stream().allMatch(one -> actual.stream().anyMatch(other -> isSame(one, other)));
    }

    private static boolean isSame(Isa95State one, Isa95State other) {
        return one.stateNumber().equals(other.stateNumber()) && machine(one).equals(machine(other));
    }

    /** The name of the machine that a state belongs to; empty for the top one. */
    private static String machine(Isa95State state) {
        RelativePathElement[] elements = state.browsePath().getElements();
        return elements == null || elements.length == 0
                ? ""
                : String.valueOf(elements[elements.length - 1].getTargetName().name());
    }
}
