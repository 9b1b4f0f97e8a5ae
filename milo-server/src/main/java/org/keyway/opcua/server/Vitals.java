package org.keyway.opcua.server;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.model.objects.ServerTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.jspecify.annotations.Nullable;
import org.keyway.job.HealthCheck;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;
import org.keyway.opcua.space.Standby;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How well the server is: {@code ServiceLevel} (OPC 10000-5 6.3.1) and the gateway's own variables. 255 is well; 100 says that
 * the recipe store doesn't answer, or that another server hands over to a machine: nothing new can be had here, while what is
 * known can still be read.
 */
public final class Vitals implements GatewayFeature {
    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);
    private static final UByte WELL = UByte.valueOf(255);
    private static final UByte NOTHING_NEW = UByte.valueOf(100);

    private final Set<HealthCheck> checks;
    private final Set<Standby> standbys;
    private @Nullable ScheduledExecutorService looking;

    @Inject
    Vitals(Set<HealthCheck> checks, Set<Standby> standbys) {
        this.checks = Set.copyOf(checks);
        this.standbys = Set.copyOf(standbys);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // looks until it is shut down, and logs what goes wrong
    public void attach(GatewayNode gateway) {
        var maker = gateway.maker(AccessGroup.PUBLIC);
        String version = Vitals.class.getPackage().getImplementationVersion();
        maker.variable(
                gateway.root(), gateway.name("Version"), NodeIds.String, version == null ? "development" : version);
        UaVariableNode online =
                maker.variable(gateway.root(), gateway.name("RecipeStoreOnline"), NodeIds.Boolean, true);
        ServerTypeNode server = (ServerTypeNode) gateway.server()
                .getAddressSpaceManager()
                .getManagedNode(NodeIds.Server)
                .orElseThrow();
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "opcua-vitals"));
        looking = thread;
        thread.scheduleWithFixedDelay(() -> look(gateway, online, server), 0, 1, TimeUnit.SECONDS);
    }

    private void look(GatewayNode gateway, UaVariableNode online, ServerTypeNode server) {
        try {
            boolean well = checks.stream().map(HealthCheck::fault).allMatch(Optional::isEmpty);
            gateway.set(online, well);
            boolean alone = standbys.stream().noneMatch(Standby::standsBy);
            server.setServiceLevel(well && alone ? WELL : NOTHING_NEW);
        } catch (RuntimeException e) {
            LOG.error("the service level could not be told", e);
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
