package org.keyway.profile;

import java.util.List;
import java.util.Optional;

/**
 * The contract with one kind of machine.
 *
 * @param delivery the delivery method, such as {@code opcua-write}
 * @param completion where the machine says which job it has done (String), if it does
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
        Optional<StateNode> state) {
    public MachineProfile {
        parameters = List.copyOf(parameters);
        interlocks = List.copyOf(interlocks);
        results = List.copyOf(results);
    }

    /** What is written to a machine, each to a node of its own: the parameters, and of NC programs their parts. */
    public List<Parameter> written() {
        return parameters.stream()
                .flatMap(parameter -> parameter.written().stream())
                .toList();
    }
}
