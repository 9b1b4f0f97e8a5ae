package org.keyway.opcua.joborder;

import static org.keyway.opcua.space.Namespaces.JOB_CONTROL;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.keyway.opcua.isa95.Isa95DataType;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.machine.EngineeringUnits;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;
import org.keyway.profile.Parameter;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.Workshop;

/** What a machine can be given orders for: the properties of ISA95JobOrderReceiverObjectType (OPC 10031-4 6.2.1). */
final class Capabilities {
    /** Lists that are longer are left empty, which restricts nothing: no client could take them in one message. */
    private static final int LONGEST = 1000;

    private final MachineNode machine;
    private final UaVariableNode materialClasses;
    private final UaVariableNode materialDefinitions;

    Capabilities(MachineNode machine, NodeMaker maker, UaObjectNode control) {
        this.machine = machine;
        this.materialClasses = texts(maker, control, "MaterialClassID");
        this.materialDefinitions = texts(maker, control, "MaterialDefinitionID");
        String[] itself = {machine.machine().id()};
        texts(maker, control, "EquipmentID", itself);
        texts(maker, control, "PhysicalAssetID", itself);
        texts(maker, control, "PersonnelID");
        maker.array(
                control,
                machine.name(JOB_CONTROL, "WorkMaster"),
                Isa95DataType.WORK_MASTER.dataType(machine.server().getNamespaceTable()),
                0,
                new ExtensionObject[] {machine.shared(workMaster())});
    }

    private UaVariableNode texts(NodeMaker maker, UaObjectNode control, String name, String... values) {
        return maker.array(control, machine.name(JOB_CONTROL, name), NodeIds.String, 0, values);
    }

    /** The one recipe of a machine, whose values are found for each part: the parameters of its profile. */
    private Isa95WorkMaster workMaster() {
        return new Isa95WorkMaster(
                machine.profile().id(),
                Optional.of(LocalizedText.english(machine.machine().operation())),
                Optional.of(machine.profile().parameters().stream()
                        .map(Capabilities::parameter)
                        .toList()));
    }

    private static Isa95Parameter parameter(Parameter parameter) {
        return new Isa95Parameter(
                parameter.name(),
                Variant.NULL_VALUE,
                Optional.of(List.of(
                        LocalizedText.english(parameter.label().en()),
                        new LocalizedText("zh", parameter.label().zh()))),
                parameter.unit().flatMap(EngineeringUnits::of),
                Optional.empty());
    }

    /** Shows the products that there are now. */
    void show(Workshop workshop) {
        String[] families = ids(workshop.families(), ProductFamily::id);
        String[] products = ids(workshop.products(), Product::id);
        machine.publish(publication -> {
            publication.set(materialClasses, families);
            publication.set(materialDefinitions, products);
        });
    }

    private static <T> String[] ids(Collection<T> things, Function<T, String> id) {
        return things.size() > LONGEST
                ? new String[0]
                : things.stream().map(id).sorted().toArray(String[]::new);
    }
}
