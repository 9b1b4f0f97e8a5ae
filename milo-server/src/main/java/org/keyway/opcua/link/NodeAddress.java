package org.keyway.opcua.link;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.keyway.profile.Machine;

/** A node as workshop files write it, {@code nsu=<uri>;s=<id>} (OPC 10000-6 5.3.1.10), for one device. */
public record NodeAddress(String text) {
    /** The address on this machine: {@code {machine}} in it stands for the machine's id. */
    static NodeAddress on(Machine machine, String text) {
        return new NodeAddress(Machine.address(machine.id(), text));
    }

    /** The node id in a server with these namespaces; empty when the namespace isn't there. */
    public Optional<NodeId> resolve(NamespaceTable namespaces) {
        int end = text.indexOf(';');
        if (!text.startsWith("nsu=") || end < 0) {
            return Optional.empty();
        }
        String uri = text.substring("nsu=".length(), end);
        return Optional.ofNullable(namespaces.getIndex(uri))
                .flatMap(index -> Optional.ofNullable(NodeId.parseOrNull("ns=" + index + text.substring(end))));
    }
}
