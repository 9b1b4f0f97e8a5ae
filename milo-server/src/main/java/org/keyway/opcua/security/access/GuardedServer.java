package org.keyway.opcua.security.access;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.EventNotifier;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.servicesets.Service;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.AccessController;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultMethodServiceSet;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultMonitoredItemServiceSet;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultSessionServiceSet;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.DefaultViewServiceSet;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.UaRequestMessageType;
import org.eclipse.milo.opcua.stack.core.types.UaResponseMessageType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.transport.server.OpcServerTransportFactory;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.security.audit.AuditWriter;
import org.keyway.opcua.space.MachineSpace;

/**
 * A server of the stack whose every service is held to our table of rights. What the stack leaves open until 1.1.5 is closed
 * here: rights on values, whose role a right is, batches of calls and browses, the switch of the diagnostics, how many monitored items a
 * request may name, and requests by which a service fails unexpectedly, which the stack would never answer.
 */
public final class GuardedServer extends OpcUaServer {
    private final @Nullable AccessController controller;
    private final @Nullable EventGate gate;
    private final @Nullable Executor signIns;
    private final Access access;
    private final AuditEvents events;
    private final SessionAudit audit;
    private final UnactivatedSessions unactivated;
    /** Who each session was when it signed in. */
    private final Map<Session, Caller> callers = new ConcurrentHashMap<>();

    /**
     * Who is who, and where what clients do is kept.
     *
     * @param signIns where sign-ins are checked, which takes time
     * @param eventThread where audit events are made, one after another
     */
    public record Guards(Callers callers, AuditWriter writer, Clock clock, Executor signIns, Executor eventThread) {}

    /**
     * Makes a server; it has no nodes of ours yet.
     *
     * @param path of the endpoints that have sessions
     * @param sessionsPerAddress how many one client may have
     */
    public GuardedServer(
            OpcUaServerConfig config,
            OpcServerTransportFactory transport,
            String path,
            int sessionsPerAddress,
            Guards guards) {
        super(config, transport);
        access = new Access(guards.callers(), this);
        EventGate own = new EventGate(access);
        gate = own;
        signIns = guards.signIns();
        events = new AuditEvents(this, own, guards.eventThread());
        audit = new SessionAudit(guards.writer(), events, access, this, guards.clock());
        unactivated = new UnactivatedSessions(this, guards.clock());
        controller = new TableAccessController(access, audit);
        addServiceSet(path, new CallByCall(this, new DefaultMethodServiceSet(this), audit));
        addServiceSet(
                path,
                new SessionGate(
                        this,
                        new DefaultSessionServiceSet(this),
                        sessionsPerAddress,
                        unactivated,
                        audit,
                        this::signedIn));
        addServiceSet(path, new MonitoringGate(this, new DefaultMonitoredItemServiceSet(this)));
        addServiceSet(path, new ViewGate(this, new BrowseByBrowse(this, new DefaultViewServiceSet(this)), access));
        closeDiagnosticsSwitch();
        say(NodeIds.Server_Auditing);
    }

    /** Anyone could switch diagnostics on before 1.1.5 (CVE-2026-63248). */
    private void closeDiagnosticsSwitch() {
        getAddressSpaceManager()
                .getManagedNode(NodeIds.Server_ServerDiagnostics_EnabledFlag)
                .ifPresent(GuardedServer::makeReadOnly);
    }

    private static void makeReadOnly(UaNode node) {
        if (node instanceof UaVariableNode variable) {
            variable.setAccessLevel(AccessLevel.toValue(AccessLevel.READ_ONLY));
            variable.setUserAccessLevel(AccessLevel.toValue(AccessLevel.READ_ONLY));
        }
    }

    private void say(NodeId flag) {
        getAddressSpaceManager().getManagedNode(flag).ifPresent(node -> {
            if (node instanceof UaVariableNode variable) {
                variable.setValue(new DataValue(Variant.of(true)));
            }
        });
    }

    /** Holds the nodes of a namespace, which has none yet, to the table as well. */
    public void guard(MachineSpace space) {
        RoleIds roles = new RoleIds(space.namespaceIndex().intValue());
        access.know(space::owner);
        space.guard(new FilteringGuard(access, roles));
        space.onWrite(audit);
        events.know(space.events());
        RoleNodes.add(space, getOpcUaNamespace().getNodeContext(), roles);
    }

    /** Told of certificates that were turned away. */
    public void refused(X509Certificate certificate, StatusCode status) {
        audit.refused(certificate, status);
    }

    /** Ends the sessions of those whose certificates don't hold any more. */
    public void endUntrusted(CertificateValidator validator) {
        for (Session session : getSessionManager().getAllSessions()) {
            List<X509Certificate> chain = session.getSecurityConfiguration().getClientCertificateChain();
            if (chain != null && !holds(validator, chain)) {
                getSessionManager().killSession(session.getSessionId(), true);
            }
        }
    }

    /** Ends the sessions of those whose account is gone or has other rights now: what they watch was asked for with the old. */
    public void endChanged() {
        callers.keySet().retainAll(getSessionManager().getAllSessions());
        callers.forEach((session, before) -> {
            if (!access.caller(session).equals(before)) {
                getSessionManager().killSession(session.getSessionId(), true);
            }
        });
    }

    private void signedIn(Session session) {
        callers.put(session, access.caller(session));
    }

    private static boolean holds(CertificateValidator validator, List<X509Certificate> chain) {
        try {
            validator.validateCertificateChain(chain, null, null);
            return true;
        } catch (UaException e) {
            return false;
        }
    }

    /** The stack's own while it is still being made. */
    @Override
    public AccessController getAccessController() {
        return controller == null ? super.getAccessController() : controller;
    }

    @Override
    public EventNotifier getEventNotifier() {
        return gate == null ? super.getEventNotifier() : gate;
    }

    @Override
    protected void addServiceHandler(String path, Service service, ServiceHandler handler) {
        Executor elsewhere = signIns;
        if (handler instanceof AsyncServiceHandler) {
            super.addServiceHandler(path, service, handler);
        } else if (service == Service.SESSION_ACTIVATE_SESSION && elsewhere != null) {
            super.addServiceHandler(path, service, signingIn(later(handler, elsewhere)));
        } else {
            super.addServiceHandler(path, service, (context, request) -> answer(handler, context, bounded(request)));
        }
    }

    /** The stack would say that it is not implemented, which is said of a part of a service (OPC 10000-4 7.38.2). */
    @Override
    protected ServiceHandler getServiceHandler(String path, Service service) {
        ServiceHandler handler = super.getServiceHandler(path, service);
        return handler == null ? GuardedServer::unsupported : handler;
    }

    private static UaResponseMessageType unsupported(ServiceRequestContext context, UaRequestMessageType request)
            throws UaException {
        throw new UaException(StatusCodes.Bad_ServiceUnsupported);
    }

    /** A request, unless it names more monitored items than clients are told that one may. */
    private UaRequestMessageType bounded(UaRequestMessageType request) throws UaException {
        if (ItemsPerRequest.in(request)
                > getConfig().getLimits().getMaxMonitoredItemsPerCall().longValue()) {
            throw new UaException(StatusCodes.Bad_TooManyOperations);
        }
        return request;
    }

    private AsyncServiceHandler signingIn(AsyncServiceHandler handler) {
        return (context, request) -> unactivated.during(
                request.getRequestHeader().getAuthenticationToken(), () -> handler.handleAsync(context, request));
    }

    private static AsyncServiceHandler later(ServiceHandler handler, Executor elsewhere) {
        return (context, request) -> {
            try {
                return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return answer(handler, context, request);
                            } catch (UaException e) {
                                throw new CompletionException(e);
                            }
                        },
                        elsewhere);
            } catch (RejectedExecutionException full) {
                return CompletableFuture.failedFuture(new UaException(StatusCodes.Bad_TcpServerTooBusy, full));
            }
        };
    }

    private static UaResponseMessageType answer(
            ServiceHandler handler, ServiceRequestContext context, UaRequestMessageType request) throws UaException {
        try {
            return handler.handle(context, request);
        } catch (RuntimeException | StackOverflowError e) {
            throw new UaException(StatusCodes.Bad_InternalError, e);
        }
    }
}
