package org.keyway.job.teach;

import java.math.BigDecimal;
import java.util.Optional;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.Parameter;
import org.keyway.profile.units.Units;

/** What a device holds as the value of a parameter: the way back from node to set. */
final class DeviceNumber {
    private DeviceNumber() {}

    /**
     * A value.
     *
     * @param exact whether it brings the device exactly what it holds
     */
    record InUnit(Object value, boolean exact) {}

    /** The value in the parameter's unit; empty when it is no number or there is no conversion. */
    static Optional<InUnit> inParameterUnit(Object held, Parameter parameter) {
        if (!(held instanceof Number number)) {
            return Optional.of(new InUnit(held, true));
        }
        return decimal(number).flatMap(decimal -> converted(decimal, parameter));
    }

    /** The shortest decimal that is this number to the device: 0.1 for the Float 0.1, not what its binary form is exactly. */
    private static Optional<BigDecimal> decimal(Number number) {
        boolean endless = !Double.isFinite(number.doubleValue());
        return endless ? Optional.empty() : Optional.of(new BigDecimal(number.toString()));
    }

    private static Optional<InUnit> converted(BigDecimal held, Parameter parameter) {
        Optional<String> nodeUnit =
                parameter.nodeUnit().filter(unit -> parameter.unit().isPresent());
        if (nodeUnit.isEmpty()) {
            return Optional.of(new InUnit(AttributeValue.normalised(held), true));
        }
        String unit = parameter.unit().orElseThrow();
        return Units.table().convert(held, nodeUnit.get(), unit).map(value -> {
            Optional<BigDecimal> back = Units.table().convert(value, unit, nodeUnit.get());
            boolean exact = back.filter(again -> again.compareTo(held) == 0).isPresent();
            return new InUnit(AttributeValue.normalised(value), exact);
        });
    }
}
