package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.MACHINES;
import static org.keyway.opcua.space.Namespaces.TYPES;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.jspecify.annotations.Nullable;
import org.keyway.job.JobParameter;
import org.keyway.job.link.Setpoint;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.MachineNode;
import org.keyway.opcua.space.NodeMaker;
import org.keyway.opcua.value.DeviceType;
import org.keyway.profile.Limit;
import org.keyway.profile.Machine;
import org.keyway.profile.Parameter;

/** One parameter: a subtype of AnalogUnitRangeType (OPC 10000-8 5.3.2.5) where it is a number with a unit. */
final class ParameterNode {
    private static final int UNKNOWN = 0;
    private static final int MATCH = 1;
    private static final int MISMATCH = 2;

    private final MachineNode machine;
    private final NodeMaker maker;
    private final Parameter parameter;
    private final DeviceType type;
    private final UaVariableNode node;
    private final UaVariableNode actual;
    private final UaVariableNode verifyStatus;

    ParameterNode(MachineNode machine, UaObjectNode folder, Parameter parameter) {
        this.machine = machine;
        this.maker = machine.maker(AccessGroup.PARAMETERS);
        this.parameter = parameter;
        this.type = DeviceType.of(parameter.type());
        this.node = make(folder);
        this.actual = maker.property(node, own("ActualValue"), NodeIds.BaseDataType, null);
        this.verifyStatus =
                maker.property(node, own("VerifyStatus"), machine.id(TYPES, KeywayTypes.VERIFY_STATUS), UNKNOWN);
        maker.property(
                node,
                own("TargetAddress"),
                NodeIds.String,
                Machine.address(machine.machine().id(), parameter.node()));
        maker.property(
                node,
                own("Tolerance"),
                NodeIds.Double,
                parameter.tolerance().map(BigDecimal::doubleValue).orElse(0.0));
    }

    private UaVariableNode make(UaObjectNode folder) {
        Optional<EUInformation> unit = parameter.unit().flatMap(EngineeringUnits::of);
        boolean analog = unit.isPresent() && parameter.type().isNumeric();
        QualifiedName name = machine.name(MACHINES, parameter.name());
        NodeId kind = machine.id(TYPES, analog ? KeywayTypes.MACHINING_PARAMETER : KeywayTypes.DISCRETE_PARAMETER);
        UaVariableNode made = parameter.array().isPresent()
                ? maker.array(folder, name, kind, type.id(), 0, null)
                : maker.variable(folder, name, kind, type.id(), null);
        if (parameter.type().isNumeric()) {
            structure(made, "EURange", NodeIds.Range, range(parameter.min(), parameter.max()));
            limits().ifPresent(limit ->
                    structure(made, "InstrumentRange", NodeIds.Range, range(limit.min(), limit.max())));
        }
        unit.ifPresent(found -> structure(made, "EngineeringUnits", NodeIds.EUInformation, found));
        return made;
    }

    /** The machine's own limits, where they are said in the parameter's unit. */
    private Optional<Limit> limits() {
        return Optional.ofNullable(machine.machine().limits().get(parameter.name()))
                .filter(limit -> limit.unit().isEmpty() || limit.unit().equals(parameter.unit()));
    }

    private void structure(UaVariableNode parent, String name, NodeId dataType, UaStructuredType value) {
        maker.property(parent, new QualifiedName(0, name), dataType, machine.shared(value));
    }

    /** A limit that isn't known is NaN (OPC 10000-8 5.6.2). */
    private static Range range(Optional<BigDecimal> low, Optional<BigDecimal> high) {
        return new Range(
                low.map(BigDecimal::doubleValue).orElse(Double.NaN),
                high.map(BigDecimal::doubleValue).orElse(Double.NaN));
    }

    private QualifiedName own(String name) {
        return machine.name(TYPES, name);
    }

    /** Shows the value that a job has for it, or that it has none. */
    void show(MachineNode.Publication publication, @Nullable JobParameter value) {
        publication.set(node, new DataValue(value == null ? Variant.NULL_VALUE : variant(value.value())));
        publication.set(actual, new DataValue(value == null ? Variant.NULL_VALUE : actual(value)));
        publication.set(verifyStatus, status(value));
    }

    private Variant variant(Object value) {
        return type.hold(new Setpoint(parameter, value))
                .flatMap(plain -> type.variant(plain, machine.server().getNamespaceTable()))
                .orElse(Variant.NULL_VALUE);
    }

    private static Variant actual(JobParameter value) {
        return value.readBack().map(ParameterNode::plain).orElse(Variant.NULL_VALUE);
    }

    /** What a machine holds may be of another type than the profile's; what has no type of its own is told as text. */
    static Variant plain(Object held) {
        if (held instanceof BigDecimal || held instanceof BigInteger) {
            return Variant.ofDouble(((Number) held).doubleValue());
        }
        boolean simple = held instanceof Number || held instanceof Boolean || held instanceof String;
        return simple ? Variant.of(held) : Variant.ofString(held.toString());
    }

    private static int status(@Nullable JobParameter value) {
        if (value == null || value.readBack().isEmpty()) {
            return UNKNOWN;
        }
        return value.verified() ? MATCH : MISMATCH;
    }
}
