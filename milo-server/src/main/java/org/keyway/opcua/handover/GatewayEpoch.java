package org.keyway.opcua.handover;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import jakarta.inject.Inject;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;

/** {@code Keyway/Epoch}: how often the server was started on its database, this time included. */
public final class GatewayEpoch implements GatewayFeature {
    private final HandoverStore store;

    @Inject
    GatewayEpoch(HandoverStore store) {
        this.store = store;
    }

    @Override
    public void attach(GatewayNode gateway) {
        long epoch = store.begin(HandoverStore.GATEWAY).epoch();
        gateway.maker(AccessGroup.PUBLIC).variable(gateway.root(), gateway.name("Epoch"), NodeIds.UInt32, uint(epoch));
    }
}
