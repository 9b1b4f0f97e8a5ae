package org.keyway.job;

import java.util.Optional;
import org.keyway.profile.ParameterValue;
import org.keyway.profile.SetVersion;

/**
 * One parameter of a job, from its set to the machine and back.
 *
 * @param value in {@code unit}: as {@link ParameterValue} describes
 * @param source the parameter set and version it came from
 * @param target the node it goes to
 * @param written what was written, in the machine's type and unit; empty before staging
 * @param readBack what the machine said when asked afresh; empty before that
 * @param verified whether what was read back equals what was wanted
 */
public record JobParameter(
        String name,
        Object value,
        Optional<String> unit,
        SetVersion source,
        String target,
        Optional<Object> written,
        Optional<Object> readBack,
        boolean verified) {
    public JobParameter {
        value = ParameterValue.normalised(value);
    }

    /** The same with what was written to the machine and what came back. */
    public JobParameter traced(Object sent, Optional<Object> found, boolean holds) {
        return new JobParameter(name, value, unit, source, target, Optional.of(sent), found, holds);
    }
}
