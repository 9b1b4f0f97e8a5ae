package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.time.Instant;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.jspecify.annotations.Nullable;
import org.keyway.job.link.MachineStatus;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;

/** How a machine is reached, whether it is, and what it says of itself. */
public final class LinkFeature implements MachineFeature {
    @Override
    public Attachment attach(MachineNode machine) {
        return new Shown(machine);
    }

    private static final class Shown implements Attachment {
        private final MachineNode machine;
        private final NodeMaker maker;
        private final UaObjectNode link;
        private final UaVariableNode connected;
        private final UaVariableNode state;
        private final UaVariableNode clockOffset;
        private final UaVariableNode lastContact;
        private final UaVariableNode renewals;
        private boolean online;
        private long sessions;
        private Instant heardAt = Instant.MIN;

        Shown(MachineNode machine) {
            this.machine = machine;
            this.maker = machine.maker(AccessGroup.PARAMETERS);
            this.link = maker.object(
                    machine.root(), machine.name(TYPES, "Link"), machine.id(TYPES, KeywayTypes.DEVICE_LINK));
            this.connected = variable("Connected", NodeIds.Boolean, false);
            variable("EndpointUrl", NodeIds.String, machine.machine().endpoint().url());
            variable(
                    "SecurityPolicy",
                    NodeIds.String,
                    machine.machine().endpoint().security());
            this.state = variable("MachineState", NodeIds.String, "UNKNOWN");
            this.clockOffset = variable("ClockOffsetMs", NodeIds.Double, null);
            this.lastContact = variable("LastContact", NodeIds.DateTime, DateTime.NULL_VALUE);
            this.renewals = variable("SessionRenewals", NodeIds.UInt32, UInteger.MIN);
        }

        @Override
        public synchronized void heard(Instant at) {
            if (at.equals(heardAt)) {
                return;
            }
            heardAt = at;
            machine.publish(publication -> publication.set(lastContact, new DateTime(at)));
        }

        private UaVariableNode variable(String name, NodeId type, @Nullable Object value) {
            return maker.variable(link, machine.name(TYPES, name), type, value);
        }

        @Override
        public synchronized void machineChanged(MachineStatus status) {
            if (status.online() && !online) {
                sessions++;
            }
            online = status.online();
            machine.publish(publication -> {
                publication.set(connected, online);
                publication.set(state, status.state().name());
                publication.set(
                        clockOffset,
                        status.clockOffsetMillis().map(Long::doubleValue).orElse(null));
                publication.set(renewals, UInteger.valueOf(Math.max(0, sessions - 1)));
            });
        }
    }
}
