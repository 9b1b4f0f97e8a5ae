package org.keyway.opcua.space;

import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;

/** Watches over our nodes. */
public interface NodeGuard {
    /** A node is about to be seen. */
    void added(UaNode node);

    /** Why a session may not call a method; none when it may. */
    Optional<StatusCode> refusesCall(Session session, CallMethodRequest call);

    /** Whether a session may call what belongs to somebody. */
    boolean mayCall(Session session, NodeOwner owner);

    /** Whether a session is told of an event, by whose it is. */
    boolean mayReceive(Session session, NodeOwner event);
}
