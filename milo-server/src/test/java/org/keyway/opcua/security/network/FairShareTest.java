package org.keyway.opcua.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;
import static org.keyway.opcua.server.Refused.refused;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MonitoringMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemCreateResult;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoringParameters;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody takes all of what there is for all. */
final class FairShareTest {
    @SuppressWarnings("NullAway.Init") // set before each
    private BesiegedServer server;

    @BeforeEach
    void open(@TempDir Path pki) throws Exception {
        server = new BesiegedServer(pki);
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void oneSessionDoesNotTakeAllMonitoredItems() throws Exception {
        OpcUaClient client = server.another();
        UInteger id = client.createSubscription(1_000.0, uint(100), uint(10), uint(0), true, UByte.MIN)
                .getSubscriptionId();
        MonitoredItemCreateRequest item = new MonitoredItemCreateRequest(
                new ReadValueId(
                        NodeIds.Server_ServerStatus_CurrentTime,
                        AttributeId.Value.uid(),
                        null,
                        QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(uint(1), 1_000.0, null, uint(1), true));
        MonitoredItemCreateResult[] made = client.createMonitoredItems(
                        id,
                        TimestampsToReturn.Both,
                        Collections.nCopies(BesiegedServer.SMALL.itemsPerSession() + 50, item))
                .getResults();
        assertThat(made)
                .filteredOn(result -> result.getStatusCode().isGood())
                .hasSize(BesiegedServer.SMALL.itemsPerSession());
        assertThat(made)
                .filteredOn(result -> !result.getStatusCode().isGood())
                .allMatch(result -> result.getStatusCode().value() == StatusCodes.Bad_TooManyMonitoredItems);
    }

    @Test
    void oneClientDoesNotTakeAllSessions() throws Exception {
        for (int i = 1; i < BesiegedServer.SMALL.sessionsPerClient(); i++) {
            server.another();
        }
        refused(StatusCodes.Bad_TooManySessions, server::another);
    }

    @Test
    void oneSessionDoesNotTakeAllSubscriptions() throws Exception {
        OpcUaClient client = server.another();
        for (int i = 0; i < BesiegedServer.SMALL.subscriptionsPerSession(); i++) {
            new OpcUaSubscription(client).create();
        }
        refused(StatusCodes.Bad_TooManySubscriptions, () -> new OpcUaSubscription(client).create());
    }

    /** The stack tells this limit, and would take more. */
    @Test
    void oneRequestNamesNoMoreMonitoredItemsThanTheLimitThatIsTold() throws Exception {
        int limit = ((Number) Objects.requireNonNull(server.friend
                        .readValue(
                                0,
                                TimestampsToReturn.Neither,
                                NodeIds.Server_ServerCapabilities_OperationLimits_MaxMonitoredItemsPerCall)
                        .value()
                        .value()))
                .intValue();
        for (int more = 0; more <= 1; more++) {
            List<UInteger> items = Collections.nCopies(limit + more, UInteger.valueOf(7));
            long told = more == 0 ? StatusCodes.Bad_SubscriptionIdInvalid : StatusCodes.Bad_TooManyOperations;
            refused(told, () -> server.friend.deleteMonitoredItems(UInteger.valueOf(4711), items));
        }
    }

    /** One that is looked at as often as can be would take most of a core. */
    @Test
    void nothingIsLookedAtMoreOftenThanEachTenMilliseconds() throws Exception {
        OpcUaClient client = server.another();
        UInteger id = client.createSubscription(1_000.0, uint(100), uint(10), uint(0), true, UByte.MIN)
                .getSubscriptionId();
        MonitoredItemCreateRequest item = new MonitoredItemCreateRequest(
                new ReadValueId(
                        NodeIds.Server_ServerStatus_CurrentTime,
                        AttributeId.Value.uid(),
                        null,
                        QualifiedName.NULL_VALUE),
                MonitoringMode.Reporting,
                new MonitoringParameters(uint(1), 0.0, null, uint(1), true));
        assertThat(client.createMonitoredItems(id, TimestampsToReturn.Both, List.of(item))
                        .getResults()[0]
                        .getRevisedSamplingInterval())
                .isGreaterThanOrEqualTo(10.0);
    }

    @Test
    void aSessionThatWasCutOffHoldsItsPlaceForAMinuteAtMost() throws Exception {
        assertThat(server.friend.getSession().getSessionTimeout()).isLessThanOrEqualTo(60_000.0);
    }
}
