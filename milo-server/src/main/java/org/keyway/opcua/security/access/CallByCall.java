package org.keyway.opcua.security.access;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.servicesets.MethodServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.CallRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ResponseHeader;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs a batch of calls one by one: the stack up to 1.1.4 runs what is denied of a batch along with what is allowed
 * (CVE-2026-62927). Each is told of, with what came of it.
 */
final class CallByCall implements MethodServiceSet {
    private final OpcUaServer server;
    private final MethodServiceSet calls;
    private final Listener listener;

    /** Told of each call. */
    interface Listener {
        void called(Session session, CallRequest batch, CallMethodRequest call, CallMethodResult result);
    }

    CallByCall(OpcUaServer server, MethodServiceSet calls, Listener listener) {
        this.server = server;
        this.calls = calls;
        this.listener = listener;
    }

    @Override
    public CallResponse onCall(ServiceRequestContext context, CallRequest batch) throws UaException {
        CallMethodRequest[] each = batch.getMethodsToCall();
        long most = server.getConfig().getLimits().getMaxNodesPerMethodCall().longValue();
        if (each == null || each.length == 0 || each.length > most) {
            return calls.onCall(context, batch);
        }
        Session session = server.getSessionManager().getSession(context, batch.getRequestHeader());
        List<CallMethodResult> results = new ArrayList<>();
        for (CallMethodRequest call : each) {
            CallMethodResult[] result = called(context, batch, call);
            if (result != null && result.length == 1) {
                results.add(result[0]);
                listener.called(session, batch, call, result[0]);
            }
        }
        return new CallResponse(header(batch), results.toArray(CallMethodResult[]::new), new DiagnosticInfo[0]);
    }

    /** The stack takes a method without an id for the first that the object has. */
    private CallMethodResult @Nullable [] called(
            ServiceRequestContext context, CallRequest batch, CallMethodRequest call) throws UaException {
        if (call.getMethodId().isNull()) {
            StatusCode invalid = new StatusCode(StatusCodes.Bad_MethodInvalid);
            return new CallMethodResult[] {new CallMethodResult(invalid, null, null, null)};
        }
        return calls.onCall(context, new CallRequest(batch.getRequestHeader(), new CallMethodRequest[] {call}))
                .getResults();
    }

    private static ResponseHeader header(CallRequest batch) {
        return new ResponseHeader(
                DateTime.now(), batch.getRequestHeader().getRequestHandle(), StatusCode.GOOD, null, null, null);
    }
}
