package org.keyway.opcua.handover;

import static org.keyway.opcua.space.Namespaces.TYPES;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.Standby;
import org.keyway.profile.HandoverSettings;

/** The object {@code Handover} of each machine whose PLC fetches its jobs from us, and the methods that go with it. */
public final class HandoverFeature implements MachineFeature, Standby {
    private final Handovers handovers;

    @Inject
    HandoverFeature(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public boolean standsBy() {
        return handovers.standsBy();
    }

    @Override
    public Attachment attach(MachineNode machine) {
        Optional<HandoverSettings> settings = machine.profile().handover();
        if (settings.isEmpty()) {
            return new Attachment() {};
        }
        boolean floats = settings.get().encoding() == HandoverSettings.Encoding.FLOAT;
        UaObjectNode object = machine.maker(AccessGroup.HANDOVER_GATEWAY)
                .object(machine.root(), machine.name(TYPES, "Handover"), machine.id(TYPES, KeywayTypes.HANDOVER));
        GatewayNodes shown = new GatewayNodes(machine, object, floats);
        PlcNodes plc = new PlcNodes(machine, object, floats);
        new HandoverMethods(machine, handovers).addTo(machine.root(), plc);
        machine.onWrite(write -> plc.written(write, handovers));
        String id = machine.machine().id();
        handovers.attach(id, shown);
        return new Attachment() {
            @Override
            public void detach() {
                handovers.detach(id, shown);
            }
        };
    }
}
