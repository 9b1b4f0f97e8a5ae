package org.keyway.opcua.server;

import jakarta.inject.Inject;
import java.util.Set;
import org.keyway.opcua.space.GatewayFeature;
import org.keyway.opcua.space.MachineFeature;

/**
 * What our address space is made of.
 *
 * @param machines what every machine shows and offers
 * @param gateway what the gateway itself shows and offers
 * @param models the types that both are of
 */
record Contents(Set<MachineFeature> machines, Set<GatewayFeature> gateway, CompanionModels models) {
    @Inject
    Contents {}
}
