package org.keyway.opcua.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.MachineBoard;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.model.MachineryIds;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;
import org.keyway.opcua.space.MachineSpace;
import org.keyway.opcua.space.MachineTree;
import org.keyway.opcua.space.Namespaces;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our server and its address space: the machines of the workshop, as they change. */
@Singleton
public final class ShopFloorServer implements Service, ShopFloorListener {
    private static final Logger LOG = LoggerFactory.getLogger(ShopFloorServer.class);
    private static final long CONTACT_SECONDS = 1;

    private final OpcUaConfiguration configuration;
    private final WorkshopSource workshop;
    private final MachineBoard board;
    private final Contents contents;
    private final ServerSecurity security;
    private volatile @Nullable Running running;

    private record Running(SecureServer secure, MachineSpace space, MachineTree tree) {}

    @Inject
    ShopFloorServer(
            OpcUaConfiguration configuration,
            WorkshopSource workshop,
            MachineBoard board,
            Contents contents,
            ServerSecurity security) {
        this.configuration = configuration;
        this.workshop = workshop;
        this.board = board;
        this.contents = contents;
        this.security = security;
    }

    @Override
    public void start() throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        security.audit().start();
        SecureServer secure = new SecureServer(configuration.server(), security);
        Namespaces namespaces = Namespaces.register(secure.server().getNamespaceTable());
        MachineSpace space = new MachineSpace(secure.server(), namespaces);
        space.startup();
        new NamespaceList(secure.server(), space.maker(AccessGroup.PUBLIC))
                .describe(contents.models().load(secure.server()));
        secure.server().guard(space);
        secure.start();
        running = new Running(
                secure, space, new MachineTree(space, contents.machines(), machines(secure.server(), namespaces)));
        GatewayNode gateway = new GatewayNode(space);
        contents.gateway().forEach(feature -> feature.attach(gateway));
        workshop.onChange(this::showWorkshop);
        showWorkshop();
        lookAtContacts(secure.server().getScheduledExecutorService());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the server's timers
    private void lookAtContacts(ScheduledExecutorService timers) {
        timers.scheduleWithFixedDelay(this::showContacts, 0, CONTACT_SECONDS, TimeUnit.SECONDS);
    }

    /** Machines answer more often than anybody wants to hear of it. */
    private void showContacts() {
        Running now = running;
        if (now == null) {
            return;
        }
        try {
            for (Machine machine : workshop.current().machines()) {
                board.lastContact(machine.id())
                        .ifPresent(at -> now.tree().tell(machine.id(), attachment -> attachment.heard(at)));
            }
        } catch (RuntimeException e) {
            LOG.error("it can't be shown when machines were last heard of", e);
        }
    }

    /** The entry point of all machines (OPC 40001-1 7.2). */
    private static UaNode machines(OpcUaServer server, Namespaces namespaces) {
        return server.getAddressSpaceManager()
                .getManagedNode(new NodeId(namespaces.index(Namespaces.MACHINERY), MachineryIds.MACHINES))
                .orElseThrow(() -> new IllegalStateException("the model of Machinery lacks Machines"));
    }

    /** Where clients connect, once started. */
    public String url() {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException("not started");
        }
        return now.secure().url();
    }

    private void showWorkshop() {
        Running now = running;
        if (now == null) {
            return;
        }
        now.tree().reconcile(workshop.current());
        for (Machine machine : List.copyOf(workshop.current().machines())) {
            machineChanged(machine.id(), board.status(machine.id()));
            board.currentJob(machine.id()).ifPresent(this::jobChanged);
        }
    }

    @Override
    public void jobChanged(Job job) {
        Running now = running;
        if (now != null) {
            job.machine().ifPresent(machine -> now.tree().tell(machine, attachment -> attachment.jobChanged(job)));
        }
    }

    @Override
    public void machineChanged(String machine, MachineStatus status) {
        Running now = running;
        if (now != null) {
            now.tree().tell(machine, attachment -> attachment.machineChanged(status));
        }
    }

    @Override
    public void stop() {
        Running last = running;
        running = null;
        if (last == null) {
            return;
        }
        contents.gateway().forEach(GatewayFeature::detach);
        last.tree().detach();
        last.space().shutdown();
        last.secure().close();
        security.audit().stop();
    }
}
