package org.keyway.opcua.security.access;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.ActivateSessionRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.UserNameIdentityToken;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditEntry.Kind;
import org.keyway.opcua.security.audit.AuditWriter;
import org.keyway.opcua.security.certificate.Thumbprint;
import org.keyway.opcua.space.ClientWrite;

/**
 * Keeps what clients write, call and are refused, and tells it as audit events. A heartbeat, and a value that stays the same,
 * is told and not kept: a machine that repeats its values every second would bury what matters.
 */
final class SessionAudit
        implements TableAccessController.Refusals, CallByCall.Listener, SessionGate.Listener, ClientWrite.Listener {
    private static final String GOOD = "Good";
    private static final String HEARTBEAT = "Heartbeat";

    private final AuditWriter writer;
    private final AuditEvents events;
    private final Access access;
    private final OpcUaServer server;
    private final Clock clock;

    SessionAudit(AuditWriter writer, AuditEvents events, Access access, OpcUaServer server, Clock clock) {
        this.writer = writer;
        this.events = events;
        this.access = access;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public void written(ClientWrite write) {
        write.session()
                .ifPresent(session -> write.replaced()
                        .forEach((node, before) -> server.getAddressSpaceManager()
                                .getManagedNode(node)
                                .ifPresent(changed -> {
                                    if (changed instanceof UaVariableNode variable) {
                                        written(session, variable, before, write);
                                    }
                                })));
    }

    private void written(Session session, UaVariableNode node, DataValue before, ClientWrite write) {
        DataValue after = node.getValue();
        events.written(name(session), node, before.value(), after.value(), write.auditEntry());
        boolean heartbeat = String.valueOf(node.getBrowseName().name()).endsWith(HEARTBEAT);
        if (heartbeat || after.value().equals(before.value())) {
            return;
        }
        keep(
                session,
                Kind.WRITE,
                node.getNodeId(),
                Optional.of(AuditText.of(before.value())),
                Optional.of(AuditText.of(after.value())),
                GOOD,
                write.auditEntry());
    }

    @Override
    public void write(Session session, WriteValue value, long status) {
        keep(
                session,
                Kind.WRITE,
                value.getNodeId(),
                Optional.empty(),
                Optional.of(AuditText.of(value.getValue().value())),
                AuditText.of(new StatusCode(status)),
                Optional.empty());
        events.refusedWrite(name(session), value, new StatusCode(status));
    }

    @Override
    public void called(Session session, CallRequest batch, CallMethodRequest call, CallMethodResult result) {
        Optional<String> entry = Optional.ofNullable(batch.getRequestHeader().getAuditEntryId());
        events.called(name(session), call, result, entry);
        keep(
                session,
                Kind.CALL,
                call.getMethodId(),
                Optional.of(AuditText.of(call.getInputArguments())),
                Optional.of(AuditText.of(result.getOutputArguments())),
                AuditText.of(result.getStatusCode()),
                entry);
    }

    private void keep(
            Session session,
            Kind kind,
            NodeId node,
            Optional<String> before,
            Optional<String> after,
            String status,
            Optional<String> clientEntry) {
        writer.add(new AuditEntry(
                clock.instant(),
                kind,
                name(session),
                Optional.ofNullable(session.getClientDescription().getApplicationUri()),
                Optional.ofNullable(session.getClientAddress()).map(address -> address.getHostAddress()),
                access.owner(node).machine(),
                Optional.of(node.toParseableString()),
                before,
                after,
                status,
                clientEntry));
    }

    private Optional<String> name(Session session) {
        return access.caller(session).name();
    }

    @Override
    public void refused(ServiceRequestContext context, ActivateSessionRequest request, UaException refusal) {
        Optional<String> name = triedName(request.getUserIdentityToken());
        String address = context.clientAddress().getHostAddress();
        writer.add(new AuditEntry(
                clock.instant(),
                Kind.SIGN_IN,
                name,
                Optional.empty(),
                Optional.of(address),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AuditText.of(refusal.getStatusCode()),
                Optional.empty()));
        events.refusedSignIn(name, refusal.getStatusCode());
    }

    /** Anybody can write anything there. */
    private Optional<String> triedName(@Nullable ExtensionObject token) {
        try {
            return token != null
                            && token.decode(server.getStaticEncodingContext()) instanceof UserNameIdentityToken user
                    ? Optional.ofNullable(user.getUserName()).map(AuditText::of)
                    : Optional.empty();
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    /** A certificate was turned away. */
    void refused(X509Certificate certificate, StatusCode status) {
        writer.add(new AuditEntry(
                clock.instant(),
                Kind.CERTIFICATE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Thumbprint.of(certificate) + " "
                        + AuditText.of(certificate.getSubjectX500Principal().getName())),
                AuditText.of(status),
                Optional.empty()));
        events.refusedCertificate(certificate, status);
    }
}
