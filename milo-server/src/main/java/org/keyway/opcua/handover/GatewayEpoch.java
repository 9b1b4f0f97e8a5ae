package org.keyway.opcua.handover;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import jakarta.inject.Inject;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.GatewayNode;

/** {@code Keyway/Epoch}: a number that is greater with each start on the same database. */
public final class GatewayEpoch implements GatewayFeature {
    private final HandoverStore store;

    @Inject
    GatewayEpoch(HandoverStore store) {
        this.store = store;
    }

    @Override
    public void attach(GatewayNode gateway) {
        long epoch = store.begin(HandoverStore.GATEWAY)
                .map(HandoverStore.Kept::epoch)
                .orElse(0L);
        store.end(HandoverStore.GATEWAY, epoch); // every process has one, so nobody keeps it
        gateway.maker(AccessGroup.PUBLIC).variable(gateway.root(), gateway.name("Epoch"), NodeIds.UInt32, uint(epoch));
    }
}
