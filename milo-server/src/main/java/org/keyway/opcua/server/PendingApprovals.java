package org.keyway.opcua.server;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code Keyway/PendingApprovals}: how many parameter sets were submitted and wait for their release, at most a second ago.
 * {@code Uncertain_LastUsableValue} while the recipe store doesn't answer. On a thread of its own, because asking may take
 * its time.
 */
public final class PendingApprovals implements GatewayFeature {
    private static final Logger LOG = LoggerFactory.getLogger(PendingApprovals.class);

    private final ParameterSetVersions versions;
    private @Nullable ScheduledExecutorService looking;

    @Inject
    PendingApprovals(ParameterSetVersions versions) {
        this.versions = versions;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // looks until it is shut down, and logs what goes wrong
    public void attach(GatewayNode gateway) {
        UaVariableNode pending = gateway.maker(AccessGroup.PUBLIC)
                .variable(gateway.root(), gateway.name("PendingApprovals"), NodeIds.UInt32, uint(0));
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opcua-approvals"));
        looking = thread;
        thread.scheduleWithFixedDelay(() -> look(gateway, pending), 0, 1, TimeUnit.SECONDS);
    }

    private void look(GatewayNode gateway, UaVariableNode pending) {
        try {
            gateway.set(pending, uint(versions.count(LifeState.SUBMITTED)));
        } catch (RuntimeException e) {
            LOG.debug("it can't be told how many parameter sets wait for their release", e);
            Variant last = pending.getValue().value();
            DateTime now = DateTime.now();
            gateway.set(pending, new DataValue(last, new StatusCode(StatusCodes.Uncertain_LastUsableValue), now, now));
        }
    }

    @Override
    public void detach() {
        ScheduledExecutorService last = looking;
        looking = null;
        if (last != null) {
            last.shutdownNow();
        }
    }
}
