package org.keyway.profile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The contract with one kind of machine.
 *
 * @param delivery the delivery method, such as {@code opcua-write} or {@code opcua-host}
 * @param completion where the machine says which job it has done (String), if it does
 * @param handover how its PLC fetches its jobs from us, where that is the delivery method
 */
public record MachineProfile(
        String id,
        String delivery,
        DeliverySettings settings,
        List<Parameter> parameters,
        Handshake handshake,
        List<Interlock> interlocks,
        List<ResultNode> results,
        Optional<String> completion,
        Optional<StateNode> state,
        Optional<HandoverSettings> handover) {
    public MachineProfile {
        // Documents from before there was a hand-over have none.
        handover = Objects.requireNonNullElse(handover, Optional.empty());
        parameters = List.copyOf(parameters);
        interlocks = List.copyOf(interlocks);
        results = List.copyOf(results);
    }

    /** A profile of machines that are written to. */
    public MachineProfile(
            String id,
            String delivery,
            DeliverySettings settings,
            List<Parameter> parameters,
            Handshake handshake,
            List<Interlock> interlocks,
            List<ResultNode> results,
            Optional<String> completion,
            Optional<StateNode> state) {
        this(id, delivery, settings, parameters, handshake, interlocks, results, completion, state, Optional.empty());
    }

    /** What is written to a machine, each to a node of its own: the parameters, and of NC programs their parts. */
    public List<Parameter> written() {
        return parameters.stream()
                .flatMap(parameter -> parameter.written().stream())
                .toList();
    }
}
