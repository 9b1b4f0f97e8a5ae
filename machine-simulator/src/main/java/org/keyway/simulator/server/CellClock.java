package org.keyway.simulator.server;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilters;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;

/** The time that the cell's server tells: right, or ahead while a machine of the cell has {@link Kind#CLOCK_SKEW}. */
final class CellClock {
    private static final double USUAL_SKEW_MILLIS = 3_600_000;

    private CellClock() {}

    /** The time as these faults make it. */
    static DateTime time(List<Fault> faults) {
        long ahead = faults.stream()
                .filter(fault -> fault.kind() == Kind.CLOCK_SKEW)
                .mapToLong(fault -> (long) fault.argumentOr(USUAL_SKEW_MILLIS))
                .max()
                .orElse(0);
        return new DateTime(Instant.now().plusMillis(ahead));
    }

    /** Lets the server's own node for the current time tell it too. */
    static void shownBy(OpcUaServer server, Collection<SimulatedMachine> machines) {
        List<SimulatedMachine> all = List.copyOf(machines);
        server.getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_ServerStatus_CurrentTime)
                .ifPresent(node -> show(node, all));
    }

    private static void show(UaNode node, List<SimulatedMachine> machines) {
        node.getFilterChain().addFirst(AttributeFilters.getValue(context -> {
            DateTime now = time(machines.stream()
                    .flatMap(machine -> machine.faults().armed().stream())
                    .toList());
            return new DataValue(Variant.ofDateTime(now));
        }));
    }
}
