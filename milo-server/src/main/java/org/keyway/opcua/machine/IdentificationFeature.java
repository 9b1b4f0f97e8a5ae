package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.DI;
import static org.keyway.opcua.space.Namespaces.MACHINERY;

import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.keyway.opcua.model.MachineryIds;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineFeature;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;
import org.keyway.profile.Machine;

/**
 * What a machine is (MachineIdentificationType, OPC 40001-1 8.5). We stand between: who built it and its serial number are
 * the machine's own to tell, so they are empty here, and the product instance is named by us.
 */
public final class IdentificationFeature implements MachineFeature {
    private static final String INSTANCE = "urn:keyway:machine:";

    @Override
    public Attachment attach(MachineNode node) {
        NodeMaker maker = node.maker(AccessGroup.PUBLIC);
        Machine machine = node.machine();
        UaObjectNode identification = maker.object(
                node.root(),
                node.name(DI, "Identification"),
                node.id(MACHINERY, MachineryIds.MACHINE_IDENTIFICATION_TYPE),
                NodeIds.HasAddIn);
        maker.refer(node.buildingBlocks(), NodeIds.HasAddIn, identification);
        maker.property(identification, node.name(DI, "Manufacturer"), NodeIds.LocalizedText, LocalizedText.NULL_VALUE);
        maker.property(identification, node.name(DI, "SerialNumber"), NodeIds.String, "");
        maker.property(identification, node.name(DI, "ProductInstanceUri"), NodeIds.String, INSTANCE + machine.id());
        maker.property(identification, node.name(DI, "AssetId"), NodeIds.String, machine.id());
        maker.property(
                identification,
                node.name(DI, "ComponentName"),
                NodeIds.LocalizedText,
                LocalizedText.english(machine.name().en()));
        maker.property(identification, node.name(MACHINERY, "Location"), NodeIds.String, machine.station());
        return new Attachment() {};
    }
}
