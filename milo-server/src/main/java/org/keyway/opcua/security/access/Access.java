package org.keyway.opcua.security.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.NodeOwner;

/**
 * Judges what a session wants to do with a node. What the standard models bring along is read by everybody and changed by
 * nobody, but for what tells of other clients, which is for administrators.
 */
final class Access {
    private static final NodeOwner STANDARD = new NodeOwner(Optional.empty(), AccessGroup.PUBLIC);
    private static final NodeOwner OF_CLIENTS = new NodeOwner(Optional.empty(), AccessGroup.ADMINISTRATION);
    private static final Set<NodeId> TELL_OF_CLIENTS = Set.of(
            NodeIds.Server_ServerDiagnostics_SubscriptionDiagnosticsArray,
            NodeIds.Server_ServerDiagnostics_SessionsDiagnosticsSummary,
            NodeIds.Server_ServerDiagnostics_SessionsDiagnosticsSummary_SessionDiagnosticsArray,
            NodeIds.Server_ServerDiagnostics_SessionsDiagnosticsSummary_SessionSecurityDiagnosticsArray,
            NodeIds.ServerConfiguration);
    /** They act on the caller's own subscriptions alone. */
    private static final Set<NodeId> FOR_ONESELF = Set.of(
            NodeIds.Server_GetMonitoredItems,
            NodeIds.Server_ResendData,
            NodeIds.ServerType_GetMonitoredItems,
            NodeIds.ServerType_ResendData);

    private final Callers callers;
    private final OpcUaServer server;
    private volatile Function<NodeId, Optional<NodeOwner>> owners = node -> Optional.empty();

    Access(Callers callers, OpcUaServer server) {
        this.callers = callers;
        this.server = server;
    }

    /** Lets nodes have owners; before, there are only standard ones. */
    void know(Function<NodeId, Optional<NodeOwner>> nodeOwners) {
        this.owners = nodeOwners;
    }

    Caller caller(Session session) {
        return callers.of(session);
    }

    NodeOwner owner(NodeId node) {
        return owners.apply(node).orElseGet(() -> TELL_OF_CLIENTS.contains(node) ? OF_CLIENTS : STANDARD);
    }

    /** Why a value may not be read; none when it may. */
    Optional<Long> refusesValue(Caller caller, NodeId node) {
        NodeOwner owner = owner(node);
        if (!caller.may(Operation.READ, owner)) {
            return Optional.of(StatusCodes.Bad_UserAccessDenied);
        }
        boolean inTheOpen = !caller.encrypted()
                && !AccessTable.roles(owner.group(), Operation.WRITE).isEmpty()
                && isWritable(node(node));
        return inTheOpen ? Optional.of(StatusCodes.Bad_SecurityModeInsufficient) : Optional.empty();
    }

    /** Why a node may not be looked at; none when it may. */
    Optional<Long> refuses(Caller caller, NodeId node, Operation operation) {
        return caller.may(operation, owner(node)) ? Optional.empty() : Optional.of(StatusCodes.Bad_UserAccessDenied);
    }

    /** Why a value may not be written; none when it may. A node that there isn't is the stack's to tell of. */
    Optional<Long> refusesWrite(Caller caller, NodeId id) {
        Optional<UaNode> node = node(id);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        NodeOwner owner = owner(id);
        if (!isWritable(node)
                || AccessTable.roles(owner.group(), Operation.WRITE).isEmpty()) {
            return Optional.of(StatusCodes.Bad_NotWritable);
        }
        return refusesUnlessEncrypted(caller, owner, Operation.WRITE);
    }

    /** Why a method may not be called; none when it may. A method that there isn't is the stack's to tell of. */
    Optional<Long> refusesCall(Caller caller, CallMethodRequest request) {
        if (FOR_ONESELF.contains(request.getMethodId())) {
            return Optional.empty();
        }
        return method(request).flatMap(method -> refusesCall(caller, method));
    }

    private Optional<Long> refusesCall(Caller caller, UaMethodNode method) {
        return refusesUnlessEncrypted(caller, owner(method.getNodeId()), Operation.CALL);
    }

    private static Optional<Long> refusesUnlessEncrypted(Caller caller, NodeOwner owner, Operation operation) {
        if (!caller.encrypted()) {
            return Optional.of(StatusCodes.Bad_SecurityModeInsufficient);
        }
        return caller.may(operation, owner) ? Optional.empty() : Optional.of(StatusCodes.Bad_UserAccessDenied);
    }

    /** A client may name the method of the type instead (OPC 10000-4 5.12.2.2). */
    private Optional<UaMethodNode> method(CallMethodRequest request) {
        return node(request.getObjectId())
                .filter(UaObjectNode.class::isInstance)
                .map(node -> ((UaObjectNode) node).findMethodNode(request.getMethodId()));
    }

    static boolean isWritable(Optional<UaNode> node) {
        return node.filter(UaVariableNode.class::isInstance)
                .map(variable -> ((UaVariableNode) variable).getAccessLevel())
                .map(level -> AccessLevel.fromValue(level).contains(AccessLevel.CurrentWrite))
                .orElse(false);
    }

    private Optional<UaNode> node(NodeId id) {
        return server.getAddressSpaceManager().getManagedNode(id);
    }
}
