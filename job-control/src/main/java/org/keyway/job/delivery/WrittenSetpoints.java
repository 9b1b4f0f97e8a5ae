package org.keyway.job.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyway.job.JobParameter;
import org.keyway.job.link.Setpoint;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterValue;

/** The setpoints of a job on record: what was written to the machine, not what a match would find today. */
final class WrittenSetpoints {
    private WrittenSetpoints() {}

    /** In the order of the job's parameters; a parameter that the profile no longer has is left out. */
    static List<Setpoint> of(List<JobParameter> parameters, MachineProfile profile) {
        Map<String, Parameter> known =
                profile.written().stream().collect(Collectors.toMap(Parameter::name, Function.identity()));
        List<Setpoint> setpoints = new ArrayList<>(parameters.size());
        for (JobParameter parameter : parameters) {
            Parameter target = known.get(parameter.name());
            if (target != null) {
                parameter
                        .written()
                        .ifPresent(written -> setpoints.add(new Setpoint(target, ParameterValue.normalised(written))));
            }
        }
        return setpoints;
    }
}
