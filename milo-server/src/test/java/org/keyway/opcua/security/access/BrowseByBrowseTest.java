package org.keyway.opcua.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.security.access.GuardedFloor.Nodes;

/** The stack by itself answers such a request with two results, of which the first shows what is below the third node. */
final class BrowseByBrowseTest {
    @Test
    void eachNodeOfARequestHasAResultAndItIsItsOwn(@TempDir Path pki) throws Exception {
        GuardedFloor floor = new GuardedFloor(pki);
        try {
            OpcUaClient observer = floor.as(Role.OBSERVER);
            Nodes denied = floor.nodes("M1", AccessGroup.SCAN);
            Nodes allowed = floor.nodes("M1", AccessGroup.PARAMETERS);

            List<BrowseResult> results = observer.browse(Stream.of(
                            denied.object().getNodeId(),
                            new NodeId(8, "nowhere"),
                            allowed.object().getNodeId())
                    .map(BrowseByBrowseTest::browsing)
                    .toList());

            assertThat(results).hasSize(3);
            assertThat(results.get(0).getReferences()).isEmpty();
            assertThat(results.get(1).getStatusCode().value()).isEqualTo(StatusCodes.Bad_NodeIdUnknown);
            assertThat(results.get(2).getReferences())
                    .extracting(each -> each.getNodeId().toNodeIdOrThrow(observer.getNamespaceTable()))
                    .contains(allowed.variable().getNodeId());
        } finally {
            floor.close();
        }
    }

    private static BrowseDescription browsing(NodeId node) {
        return new BrowseDescription(
                node,
                BrowseDirection.Forward,
                NodeIds.References,
                true,
                UInteger.MIN,
                UInteger.valueOf(BrowseResultMask.All.getValue()));
    }
}
