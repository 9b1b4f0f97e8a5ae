package org.keyway.opcua.security.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.servicesets.impl.AccessController;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.structured.AddReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteNodesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.DeleteReferencesItem;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.WriteValue;
import org.keyway.opcua.space.NodeOwner;

/**
 * Takes the place of the stack's own access controller, which doesn't look at whose role a right is and knows no rights for
 * values. Every service asks it: Read, Write, Browse, Call, and the making of monitored items.
 */
final class TableAccessController implements AccessController {
    private final Access access;
    private final Refusals refusals;

    /** Told of what was refused. */
    interface Refusals {
        void write(Session session, WriteValue value, long status);
    }

    TableAccessController(Access access, Refusals refusals) {
        this.access = access;
        this.refusals = refusals;
    }

    private static <T> Map<T, AccessResult> judge(List<T> all, Function<T, Optional<Long>> refusal) {
        Map<T, AccessResult> results = new HashMap<>();
        for (T each : all) {
            results.put(each, result(refusal.apply(each)));
        }
        return results;
    }

    private static AccessResult result(Optional<Long> refusal) {
        return refusal.<AccessResult>map(AccessResult.Denied::new).orElse(AccessResult.ALLOWED);
    }

    @Override
    public Map<ReadValueId, AccessResult> checkReadAccess(Session session, List<ReadValueId> values) {
        Caller caller = access.caller(session);
        return judge(values, value -> refusesRead(caller, value));
    }

    private Optional<Long> refusesRead(Caller caller, ReadValueId value) {
        if (AttributeId.Value.uid().equals(value.getAttributeId())) {
            return access.refusesValue(caller, value.getNodeId());
        }
        boolean events = AttributeId.EventNotifier.uid().equals(value.getAttributeId());
        return AttributeId.isValid(value.getAttributeId())
                ? access.refuses(caller, value.getNodeId(), events ? Operation.RECEIVE_EVENTS : Operation.READ)
                : Optional.of(StatusCodes.Bad_AttributeIdInvalid);
    }

    /** A Write is all or nothing for each machine, so one that is refused takes the others of its machine along. */
    @Override
    public Map<WriteValue, AccessResult> checkWriteAccess(Session session, List<WriteValue> values) {
        Caller caller = access.caller(session);
        Map<WriteValue, AccessResult> results = judge(values, value -> refusesWrite(caller, value));
        Set<Optional<String>> spoilt = new HashSet<>();
        results.forEach((value, result) -> {
            if (result instanceof AccessResult.Denied denied) {
                spoilt.add(machine(value));
                refusals.write(session, value, denied.statusCode().value());
            }
        });
        results.replaceAll((value, result) -> result.isAllowed() && spoilt.contains(machine(value))
                ? new AccessResult.Denied(StatusCodes.Bad_InvalidState)
                : result);
        return results;
    }

    private Optional<String> machine(WriteValue value) {
        NodeOwner owner = access.owner(value.getNodeId());
        return owner.machine();
    }

    private Optional<Long> refusesWrite(Caller caller, WriteValue value) {
        if (AttributeId.Value.uid().equals(value.getAttributeId())) {
            return access.refusesWrite(caller, value.getNodeId());
        }
        return Optional.of(
                AttributeId.isValid(value.getAttributeId())
                        ? StatusCodes.Bad_NotWritable
                        : StatusCodes.Bad_AttributeIdInvalid);
    }

    @Override
    public Map<NodeId, AccessResult> checkBrowseAccess(Session session, List<NodeId> nodes) {
        Caller caller = access.caller(session);
        return judge(nodes, node -> access.refuses(caller, node, Operation.READ));
    }

    @Override
    public Map<CallMethodRequest, AccessResult> checkCallAccess(Session session, List<CallMethodRequest> requests) {
        Caller caller = access.caller(session);
        return judge(requests, request -> access.refusesCall(caller, request));
    }

    private static <T> Map<T, AccessResult> never(List<T> all) {
        return judge(all, each -> Optional.of(StatusCodes.Bad_UserAccessDenied));
    }

    @Override
    public Map<AddReferencesItem, AccessResult> checkAddReferencesAccess(
            Session session, List<AddReferencesItem> items) {
        return never(items);
    }

    @Override
    public Map<DeleteNodesItem, AccessResult> checkDeleteNodesAccess(Session session, List<DeleteNodesItem> items) {
        return never(items);
    }

    @Override
    public Map<DeleteReferencesItem, AccessResult> checkDeleteReferencesAccess(
            Session session, List<DeleteReferencesItem> items) {
        return never(items);
    }
}
