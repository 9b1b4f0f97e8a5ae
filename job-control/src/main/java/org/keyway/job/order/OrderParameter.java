package org.keyway.job.order;

import java.math.BigDecimal;
import java.util.Optional;
import org.keyway.profile.ParameterValue;

/**
 * A parameter that an order gives.
 *
 * @param value a {@code BigDecimal}, {@code Boolean} or {@code String}; empty where it is an array, a structure, or nothing
 * @param unit its UNECE code, or its name where it has none
 */
public record OrderParameter(String id, Optional<Object> value, Optional<String> unit) {
    /** How often the order is to be run, one scan for each; once when it doesn't say (OPC 40001-3). */
    public static final String RUNS_PLANNED = "RunsPlanned";

    /** 0 simulation, 1 test, 2 production (OPC 40001-3). */
    public static final String EXECUTION_MODE = "JobExecutionMode";

    /** The mode in which parts are made to be used. */
    static final BigDecimal PRODUCTION = BigDecimal.valueOf(2);

    public OrderParameter {
        value = value.map(ParameterValue::normalised);
    }
}
