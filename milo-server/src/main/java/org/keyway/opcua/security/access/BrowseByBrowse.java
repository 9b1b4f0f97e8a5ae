package org.keyway.opcua.security.access;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.servicesets.ViewServiceSet;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.RegisterNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.RegisterNodesResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.ResponseHeader;
import org.eclipse.milo.opcua.stack.core.types.structured.TranslateBrowsePathsToNodeIdsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.TranslateBrowsePathsToNodeIdsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.UnregisterNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.UnregisterNodesResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/**
 * Browses nodes one by one: where one of several is refused, the stack answers with fewer results than were asked for, and
 * shows the references of one node as those of another.
 */
final class BrowseByBrowse implements ViewServiceSet {
    private final OpcUaServer server;
    private final ViewServiceSet views;

    BrowseByBrowse(OpcUaServer server, ViewServiceSet views) {
        this.server = server;
        this.views = views;
    }

    @Override
    public BrowseResponse onBrowse(ServiceRequestContext context, BrowseRequest batch) throws UaException {
        BrowseDescription[] nodes = batch.getNodesToBrowse();
        long most = server.getConfig().getLimits().getMaxNodesPerBrowse().longValue();
        if (nodes == null || nodes.length < 2 || nodes.length > most) {
            return views.onBrowse(context, batch);
        }
        List<BrowseResult> results = new ArrayList<>(nodes.length);
        for (BrowseDescription node : nodes) {
            BrowseRequest one = new BrowseRequest(
                    batch.getRequestHeader(),
                    batch.getView(),
                    batch.getRequestedMaxReferencesPerNode(),
                    new BrowseDescription[] {node});
            results.add(views.onBrowse(context, one).getResults()[0]);
        }
        ResponseHeader header = new ResponseHeader(
                DateTime.now(), batch.getRequestHeader().getRequestHandle(), StatusCode.GOOD, null, null, null);
        return new BrowseResponse(header, results.toArray(BrowseResult[]::new), new DiagnosticInfo[0]);
    }

    @Override
    public BrowseNextResponse onBrowseNext(ServiceRequestContext context, BrowseNextRequest request)
            throws UaException {
        return views.onBrowseNext(context, request);
    }

    @Override
    public TranslateBrowsePathsToNodeIdsResponse onTranslateBrowsePaths(
            ServiceRequestContext context, TranslateBrowsePathsToNodeIdsRequest request) throws UaException {
        return views.onTranslateBrowsePaths(context, request);
    }

    @Override
    public RegisterNodesResponse onRegisterNodes(ServiceRequestContext context, RegisterNodesRequest request)
            throws UaException {
        return views.onRegisterNodes(context, request);
    }

    @Override
    public UnregisterNodesResponse onUnregisterNodes(ServiceRequestContext context, UnregisterNodesRequest request)
            throws UaException {
        return views.onUnregisterNodes(context, request);
    }
}
