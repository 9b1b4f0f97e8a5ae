package org.keyway.opcua.security.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.Session;
import org.eclipse.milo.opcua.sdk.server.servicesets.ViewServiceSet;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseNextResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathResult;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePathTarget;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.RegisterNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.RegisterNodesResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.eclipse.milo.opcua.stack.core.types.structured.TranslateBrowsePathsToNodeIdsRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.TranslateBrowsePathsToNodeIdsResponse;
import org.eclipse.milo.opcua.stack.core.types.structured.UnregisterNodesRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.UnregisterNodesResponse;
import org.eclipse.milo.opcua.stack.transport.server.ServiceRequestContext;

/**
 * Follows browse paths for a session no further than it may browse: the stack follows them through nodes that are hidden from
 * it, and a path of thousands of steps for as long as there is stack.
 */
final class ViewGate implements ViewServiceSet {
    private static final int MOST_STEPS = 64;
    private static final StatusCode NO_MATCH = new StatusCode(StatusCodes.Bad_NoMatch);

    private final OpcUaServer server;
    private final ViewServiceSet views;
    private final Access access;

    ViewGate(OpcUaServer server, ViewServiceSet views, Access access) {
        this.server = server;
        this.views = views;
        this.access = access;
    }

    @Override
    public TranslateBrowsePathsToNodeIdsResponse onTranslateBrowsePaths(
            ServiceRequestContext context, TranslateBrowsePathsToNodeIdsRequest request) throws UaException {
        BrowsePath[] paths = request.getBrowsePaths();
        if (paths == null || Stream.of(paths).allMatch(path -> steps(path).length == 0)) {
            return views.onTranslateBrowsePaths(context, request);
        }
        if (Stream.of(paths).anyMatch(path -> steps(path).length > MOST_STEPS)) {
            throw new UaException(StatusCodes.Bad_TooManyOperations);
        }
        Session session = server.getSessionManager().getSession(context, request.getRequestHeader());
        Caller caller = access.caller(session);
        TranslateBrowsePathsToNodeIdsResponse response = views.onTranslateBrowsePaths(context, request);
        BrowsePathResult[] found = response.getResults();
        if (found == null || found.length != paths.length) {
            return response;
        }
        Follower follower = new Follower(context, request, caller);
        BrowsePathResult[] shown = new BrowsePathResult[found.length];
        for (int i = 0; i < found.length; i++) {
            shown[i] = found[i].getStatusCode().isGood() ? follower.shown(paths[i], found[i]) : found[i];
        }
        return new TranslateBrowsePathsToNodeIdsResponse(
                response.getResponseHeader(), shown, response.getDiagnosticInfos());
    }

    private static RelativePathElement[] steps(BrowsePath path) {
        RelativePathElement[] elements = path.getRelativePath().getElements();
        return elements == null ? new RelativePathElement[0] : elements;
    }

    /** Follows one caller's paths. */
    private final class Follower {
        private final ServiceRequestContext context;
        private final TranslateBrowsePathsToNodeIdsRequest request;
        private final Caller caller;

        Follower(ServiceRequestContext context, TranslateBrowsePathsToNodeIdsRequest request, Caller caller) {
            this.context = context;
            this.request = request;
            this.caller = caller;
        }

        /** A hidden node on the way is as good as none. */
        BrowsePathResult shown(BrowsePath path, BrowsePathResult found) throws UaException {
            boolean hidden = access.refuses(caller, path.getStartingNode(), Operation.READ)
                    .isPresent();
            RelativePathElement[] steps = steps(path);
            for (int step = 1; step < steps.length && !hidden; step++) {
                hidden = isHidden(path, steps, step);
            }
            BrowsePathTarget[] targets = hidden ? new BrowsePathTarget[0] : visible(found);
            return targets.length == 0
                    ? new BrowsePathResult(NO_MATCH, targets)
                    : new BrowsePathResult(found.getStatusCode(), targets);
        }

        private boolean isHidden(BrowsePath path, RelativePathElement[] steps, int length) throws UaException {
            RelativePathElement[] first = new RelativePathElement[length];
            System.arraycopy(steps, 0, first, 0, length);
            BrowsePath part = new BrowsePath(path.getStartingNode(), new RelativePath(first));
            BrowsePathResult[] reached = views.onTranslateBrowsePaths(
                            context,
                            new TranslateBrowsePathsToNodeIdsRequest(
                                    request.getRequestHeader(), new BrowsePath[] {part}))
                    .getResults();
            return reached == null || visible(reached[0]).length == 0;
        }

        private BrowsePathTarget[] visible(BrowsePathResult result) {
            List<BrowsePathTarget> visible = new ArrayList<>();
            BrowsePathTarget[] targets = result.getTargets();
            for (BrowsePathTarget target : targets == null ? new BrowsePathTarget[0] : targets) {
                boolean mayBeSeen = target.getTargetId()
                        .toNodeId(server.getNamespaceTable())
                        .filter(node ->
                                access.refuses(caller, node, Operation.READ).isPresent())
                        .isEmpty();
                if (mayBeSeen) {
                    visible.add(target);
                }
            }
            return visible.toArray(BrowsePathTarget[]::new);
        }
    }

    @Override
    public BrowseResponse onBrowse(ServiceRequestContext context, BrowseRequest request) throws UaException {
        return views.onBrowse(context, request);
    }

    @Override
    public BrowseNextResponse onBrowseNext(ServiceRequestContext context, BrowseNextRequest request)
            throws UaException {
        return views.onBrowseNext(context, request);
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
