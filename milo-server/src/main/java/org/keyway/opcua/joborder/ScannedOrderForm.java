package org.keyway.opcua.joborder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.keyway.job.link.Setpoint;
import org.keyway.job.order.JobOrder;
import org.keyway.job.order.OrderMaterial;
import org.keyway.job.order.OrderParameter;
import org.keyway.opcua.isa95.Isa95JobOrder;
import org.keyway.opcua.isa95.Isa95Material;
import org.keyway.opcua.isa95.Isa95Parameter;
import org.keyway.opcua.isa95.Isa95WorkMaster;
import org.keyway.opcua.machine.EngineeringUnits;
import org.keyway.opcua.value.DeviceType;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;

/** The order that a scan made, in the form in which a system would have sent it. */
final class ScannedOrderForm {
    private final Map<String, Parameter> parameters;
    private final EncodingContext context;

    ScannedOrderForm(MachineProfile profile, EncodingContext context) {
        this.parameters = profile.written().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        this.context = context;
    }

    Isa95JobOrder write(JobOrder order) {
        return new Isa95JobOrder(
                order.id(),
                Optional.empty(),
                Optional.of(order.workMasters().stream()
                        .map(id -> new Isa95WorkMaster(id, Optional.empty(), Optional.empty()))
                        .toList()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(parameters(order)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(order.materials().stream().map(this::material).toList()));
    }

    private List<Isa95Parameter> parameters(JobOrder order) {
        List<Isa95Parameter> written = new ArrayList<>();
        for (OrderParameter given : order.parameters()) {
            given.value()
                    .flatMap(value -> variant(given.id(), value))
                    .ifPresent(value -> written.add(new Isa95Parameter(
                            given.id(),
                            value,
                            Optional.empty(),
                            given.unit().flatMap(EngineeringUnits::of),
                            Optional.empty())));
        }
        return written;
    }

    /** In the type that the profile says; one that the profile no longer has, as it is. */
    private Optional<Variant> variant(String id, Object value) {
        return switch (id) {
            case OrderParameter.RUNS_PLANNED ->
                Optional.of(Variant.ofUInt32(UInteger.valueOf(((BigDecimal) value).longValueExact())));
            case OrderParameter.EXECUTION_MODE -> Optional.of(Variant.ofInt32(((BigDecimal) value).intValueExact()));
            default ->
                Optional.ofNullable(parameters.get(id))
                        .flatMap(parameter -> typed(parameter, value))
                        .or(() -> plain(value));
        };
    }

    private Optional<Variant> typed(Parameter parameter, Object value) {
        DeviceType type = DeviceType.of(parameter.type());
        return type.hold(new Setpoint(parameter, value))
                .flatMap(held -> type.variant(held, context.getNamespaceTable()));
    }

    private static Optional<Variant> plain(Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(Variant.ofDouble(number.doubleValue()));
        }
        return value instanceof Boolean || value instanceof String ? Optional.of(new Variant(value)) : Optional.empty();
    }

    private Isa95Material material(OrderMaterial material) {
        return ProducedPart.material(material.product().orElse(""), material.lot(), material.serial(), context);
    }
}
