package org.keyway.opcua.security.access;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.Events;

/**
 * Fires the audit events of OPC 10000-5 6.4.3 to 6.4.27, on a thread of its own and only while an administrator listens: the
 * stack takes about a millisecond for each.
 */
final class AuditEvents {
    private static final int SEVERITY_DONE = 100;
    private static final int SEVERITY_REFUSED = 600;

    private final OpcUaServer server;
    private final EventGate gate;
    private final Executor thread;
    private volatile @Nullable Events events;

    AuditEvents(OpcUaServer server, EventGate gate, Executor thread) {
        this.server = server;
        this.gate = gate;
        this.thread = thread;
    }

    void know(Events to) {
        this.events = to;
    }

    private record Audit(NodeId type, NodeId source, String sourceName, boolean done, Optional<String> user) {}

    private static Map<String, @Nullable Object> none() {
        return new HashMap<>();
    }

    void written(Optional<String> user, UaNode node, Variant before, Variant after, Optional<String> entry) {
        Map<String, @Nullable Object> fields = none();
        fields.put("AttributeId", AttributeId.Value.uid());
        fields.put("OldValue", before.value());
        fields.put("NewValue", after.value());
        fields.put("ClientAuditEntryId", entry.orElse(null));
        fire(new Audit(NodeIds.AuditWriteUpdateEventType, node.getNodeId(), "Attribute/Write", true, user), fields);
    }

    void refusedWrite(Optional<String> user, WriteValue value, StatusCode status) {
        Map<String, @Nullable Object> fields = none();
        fields.put("AttributeId", value.getAttributeId());
        fields.put("IndexRange", value.getIndexRange());
        fields.put("NewValue", value.getValue().value().value());
        fire(
                new Audit(
                        NodeIds.AuditWriteUpdateEventType, value.getNodeId(), "Attribute/Write", status.isGood(), user),
                fields);
    }

    void called(Optional<String> user, CallMethodRequest call, CallMethodResult result, Optional<String> entry) {
        Map<String, @Nullable Object> fields = none();
        fields.put("MethodId", call.getMethodId());
        fields.put("StatusCodeId", result.getStatusCode());
        fields.put("InputArguments", call.getInputArguments());
        fields.put("OutputArguments", result.getOutputArguments());
        fields.put("ClientAuditEntryId", entry.orElse(null));
        boolean done = !result.getStatusCode().isBad();
        fire(new Audit(NodeIds.AuditUpdateMethodEventType, call.getObjectId(), "Attribute/Call", done, user), fields);
    }

    void refusedSignIn(Optional<String> user, StatusCode status) {
        Map<String, @Nullable Object> fields = none();
        fields.put("StatusCodeId", status);
        fire(
                new Audit(
                        NodeIds.AuditActivateSessionEventType, NodeIds.Server, "Session/ActivateSession", false, user),
                fields);
    }

    void refusedCertificate(X509Certificate certificate, StatusCode status) {
        Map<String, @Nullable Object> fields = none();
        fields.put("StatusCodeId", status);
        try {
            fields.put("Certificate", ByteString.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            fields.put("Certificate", ByteString.NULL_VALUE);
        }
        fire(new Audit(type(status), NodeIds.Server, "Security/Certificate", false, Optional.empty()), fields);
    }

    private static NodeId type(StatusCode status) {
        long code = status.value();
        if (code == StatusCodes.Bad_CertificateTimeInvalid || code == StatusCodes.Bad_CertificateIssuerTimeInvalid) {
            return NodeIds.AuditCertificateExpiredEventType;
        }
        if (code == StatusCodes.Bad_CertificateRevoked || code == StatusCodes.Bad_CertificateIssuerRevoked) {
            return NodeIds.AuditCertificateRevokedEventType;
        }
        return code == StatusCodes.Bad_SecurityChecksFailed || code == StatusCodes.Bad_CertificateUntrusted
                ? NodeIds.AuditCertificateUntrustedEventType
                : NodeIds.AuditCertificateInvalidEventType;
    }

    private void fire(Audit audit, Map<String, @Nullable Object> fields) {
        Events to = events;
        if (to == null || !gate.isAudited()) {
            return;
        }
        DateTime now = DateTime.now();
        thread.execute(() -> server.getAddressSpaceManager()
                .getManagedNode(audit.source())
                .ifPresent(source -> to.fire(event(audit, source, fields, now))));
    }

    private Events.Event event(Audit audit, UaNode source, Map<String, @Nullable Object> fields, DateTime at) {
        Map<QualifiedName, Variant> all = new HashMap<>();
        fields.forEach((name, value) -> all.put(new QualifiedName(0, name), Variant.of(value)));
        all.put(new QualifiedName(0, "ActionTimeStamp"), Variant.of(at));
        all.put(new QualifiedName(0, "Status"), Variant.of(audit.done()));
        all.put(new QualifiedName(0, "ServerId"), Variant.of(server.getConfig().getApplicationUri()));
        all.put(new QualifiedName(0, "ClientUserId"), Variant.of(audit.user().orElse("")));
        all.put(new QualifiedName(0, "SourceName"), Variant.of(audit.sourceName()));
        return new Events.Event(
                audit.type(),
                source,
                List.of(),
                AccessGroup.ADMINISTRATION,
                audit.done() ? SEVERITY_DONE : SEVERITY_REFUSED,
                new Message(
                        audit.sourceName() + (audit.done() ? "" : " refused"),
                        audit.sourceName() + (audit.done() ? "" : " 被拒绝")),
                all);
    }
}
