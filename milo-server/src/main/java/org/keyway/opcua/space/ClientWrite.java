package org.keyway.opcua.space;

import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * What a client has written to one machine in one request.
 *
 * @param machine its id; empty for the gateway itself
 * @param replaced the nodes, with the values that they had before
 * @param auditEntry what the client calls it in its own audit
 */
public record ClientWrite(
        Optional<Session> session, String machine, Map<NodeId, DataValue> replaced, Optional<String> auditEntry) {
    /** Told of each, while the machine is still locked: to take values along, not to do long work. */
    public interface Listener {
        void written(ClientWrite write);
    }
}
