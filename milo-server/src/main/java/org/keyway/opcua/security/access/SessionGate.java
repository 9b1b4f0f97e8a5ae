package org.keyway.opcua.security.access;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.SessionManager;
import org.eclipse.milo.opcua.sdk.server.servicesets.SessionServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.CancelRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CancelResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CloseSessionResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CreateSessionResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/** Keeps one client from taking all sessions, and tells of sign-ins that were refused. */
final class SessionGate implements SessionServiceSet {
    private final OpcUaServer server;
    private final SessionServiceSet sessions;
    private final int mostPerAddress;
    private final UnactivatedSessions unactivated;
    private final Listener listener;
    private final Consumer<Session> onSignIn;

    /** Told of sign-ins. */
    interface Listener {
        void refused(ServiceRequestContext context, ActivateSessionRequest request, UaException refusal);
    }

    SessionGate(
            OpcUaServer server,
            SessionServiceSet sessions,
            int mostPerAddress,
            UnactivatedSessions unactivated,
            Listener listener,
            Consumer<Session> onSignIn) {
        this.server = server;
        this.sessions = sessions;
        this.mostPerAddress = mostPerAddress;
        this.unactivated = unactivated;
        this.listener = listener;
        this.onSignIn = onSignIn;
    }

    @Override
    public CreateSessionResponse onCreateSession(ServiceRequestContext context, CreateSessionRequest request)
            throws UaException {
        InetAddress address = context.clientAddress();
        if (held(address) >= mostPerAddress) {
            unactivated.makeRoom(address);
        }
        if (held(address) >= mostPerAddress) {
            throw new UaException(StatusCodes.Bad_TooManySessions);
        }
        SessionManager all = server.getSessionManager();
        if (all.getCurrentSessionCount()
                        .compareTo(server.getConfig().getLimits().getMaxSessions())
                >= 0) {
            unactivated.makeRoom();
        }
        CreateSessionResponse response = sessions.onCreateSession(context, request);
        unactivated.created(context, response);
        return response;
    }

    private long held(InetAddress address) {
        return server.getSessionManager().getAllSessions().stream()
                .map(Session::getClientAddress)
                .filter(address::equals)
                .count();
    }

    @Override
    public ActivateSessionResponse onActivateSession(ServiceRequestContext context, ActivateSessionRequest request)
            throws UaException {
        try {
            ActivateSessionResponse response = sessions.onActivateSession(context, request);
            onSignIn.accept(server.getSessionManager().getSession(context, request.getRequestHeader()));
            return response;
        } catch (UaException e) {
            listener.refused(context, request, e);
            throw e;
        }
    }

    @Override
    public CloseSessionResponse onCloseSession(ServiceRequestContext context, CloseSessionRequest request)
            throws UaException {
        return sessions.onCloseSession(context, request);
    }

    @Override
    public CancelResponse onCancel(ServiceRequestContext context, CancelRequest request) throws UaException {
        return sessions.onCancel(context, request);
    }
}
