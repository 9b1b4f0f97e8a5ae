package org.keyway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a simulated machine is.
 *
 * @param id also names its namespace, {@code urn:cnc:<id>}
 * @param parameters what it can be given, as nodes {@code Stage/<name>}
 * @param measurements what it measures on a finished part, as nodes {@code Actual/<name>}
 * @param acceptDelay between the release of a job and its acceptance
 * @param cycleTime from acceptance until the part is done
 * @param kilowatts drawn on average while it runs
 */
public record MachineModel(
        String id,
        List<ParameterModel> parameters,
        List<MeasurementModel> measurements,
        Duration acceptDelay,
        Duration cycleTime,
        double kilowatts) {
    public MachineModel {
        parameters = List.copyOf(parameters);
        measurements = List.copyOf(measurements);
    }

    /**
     * A parameter that the machine takes.
     *
     * @param elements how many elements it takes at the most, where it is an array; 0 for a single value
     */
    public record ParameterModel(String name, ValueKind kind, int elements) {
        /** A single value. */
        public ParameterModel(String name, ValueKind kind) {
            this(name, kind, 0);
        }

        /** What it holds before anyone wrote to it. */
        public Object initial() {
            return elements > 0 ? kind.noElements() : kind.initial();
        }
    }

    /**
     * A dimension of the finished part.
     *
     * @param base in the measurement's unit
     * @param factors how much each parameter received adds, for one unit of it
     * @param noise the standard deviation, in the measurement's unit
     */
    public record MeasurementModel(String name, double base, Map<String, Double> factors, double noise) {
        public MeasurementModel {
            factors = Map.copyOf(factors);
        }
    }
}
