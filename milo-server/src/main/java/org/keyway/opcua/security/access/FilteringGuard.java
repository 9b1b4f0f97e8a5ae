package org.keyway.opcua.security.access;

import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.keyway.opcua.space.NodeGuard;
import org.keyway.opcua.space.NodeOwner;

/** Puts our filters on each node, and judges each call. */
final class FilteringGuard implements NodeGuard {
    private final Access access;
    private final AccessFilter rights;
    private final WriteCheckFilter writes = new WriteCheckFilter();

    FilteringGuard(Access access, RoleIds roles) {
        this.access = access;
        this.rights = new AccessFilter(access, roles);
    }

    @Override
    public void added(UaNode node) {
        node.getFilterChain().addFirst(rights);
        if (node instanceof UaVariableNode) {
            node.getFilterChain().addLast(writes);
        }
    }

    @Override
    public Optional<StatusCode> refusesCall(Session session, CallMethodRequest call) {
        return access.refusesCall(access.caller(session), call).map(StatusCode::new);
    }

    @Override
    public boolean mayCall(Session session, NodeOwner owner) {
        return access.caller(session).may(Operation.CALL, owner);
    }

    @Override
    public boolean mayReceive(Session session, NodeOwner event) {
        return access.caller(session).may(Operation.RECEIVE_EVENTS, event);
    }
}
