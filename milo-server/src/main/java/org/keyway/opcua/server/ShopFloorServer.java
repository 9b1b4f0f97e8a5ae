package org.keyway.opcua.server;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.MachineBoard;
import org.keyway.job.Service;
import org.keyway.job.ShopFloorListener;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineSpace;
import org.keyway.opcua.space.MachineTree;
import org.keyway.opcua.space.Namespaces;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;

/** Our server and its address space: the machines of the workshop, as they change. */
@Singleton
public final class ShopFloorServer implements Service, ShopFloorListener {
    private static final int MACHINES = 1001;

    private final OpcUaConfiguration configuration;
    private final WorkshopSource workshop;
    private final MachineBoard board;
    private final Set<MachineFeature> features;
    private final ServerSecurity security;
    private final Set<GatewayFeature> gatewayFeatures;
    private volatile @Nullable Running running;

    private record Running(SecureServer secure, MachineSpace space, MachineTree tree) {}

    @Inject
    ShopFloorServer(
            OpcUaConfiguration configuration,
            WorkshopSource workshop,
            MachineBoard board,
            Set<MachineFeature> features,
            Set<GatewayFeature> gatewayFeatures,
            ServerSecurity security) {
        this.configuration = configuration;
        this.workshop = workshop;
        this.board = board;
        this.features = features;
        this.security = security;
        this.gatewayFeatures = gatewayFeatures;
    }

    @Override
    public void start() throws IOException, GeneralSecurityException, InterruptedException, ExecutionException {
        security.audit().start();
        SecureServer secure = new SecureServer(configuration.server(), security);
        Namespaces namespaces = Namespaces.register(secure.server().getNamespaceTable());
        MachineSpace space = new MachineSpace(secure.server(), namespaces);
        space.startup();
        secure.server().guard(space);
        secure.start();
        running = new Running(secure, space, new MachineTree(space, features, machines(space, namespaces)));
        GatewayNode gateway = new GatewayNode(space);
        gatewayFeatures.forEach(feature -> feature.attach(gateway));
        workshop.onChange(this::showWorkshop);
        showWorkshop();
    }

    /** The entry point of all machines (OPC 40001-1 7.2). */
    private static UaNode machines(MachineSpace space, Namespaces namespaces) {
        UShort machinery = namespaces.index(Namespaces.MACHINERY);
        UaFolderNode machines = new UaFolderNode(
                space.getNodeContext(),
                new NodeId(machinery, MACHINES),
                new QualifiedName(machinery, "Machines"),
                LocalizedText.english("Machines"));
        space.getNodeManager().addNode(machines);
        machines.addReference(new Reference(
                machines.getNodeId(),
                NodeIds.Organizes,
                NodeIds.ObjectsFolder.expanded(),
                Reference.Direction.INVERSE));
        return machines;
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
        gatewayFeatures.forEach(GatewayFeature::detach);
        last.tree().clear();
        last.space().shutdown();
        last.secure().close();
        security.audit().stop();
    }
}
