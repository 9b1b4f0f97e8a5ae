package org.keyway.opcua.link;

import jakarta.inject.Inject;
import java.time.Clock;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;

/** Makes links of delivery method {@code opcua-write}. */
public final class OpcUaWriteLinkFactory implements MachineLinkFactory {
    private final DeviceClients clients;
    private final Clock clock;

    @Inject
    public OpcUaWriteLinkFactory(DeviceClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public MachineLink open(Machine machine, MachineProfile profile, LinkListener listener) {
        ProfileNodes nodes = new ProfileNodes(machine, profile);
        DeviceConnection connection = new DeviceConnection(nodes, clients, listener, clock);
        connection.open();
        return new OpcUaMachineLink(nodes, connection);
    }
}
