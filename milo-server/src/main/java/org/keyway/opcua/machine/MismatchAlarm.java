package org.keyway.opcua.machine;

import static org.keyway.opcua.space.Namespaces.TYPES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobParameter;
import org.keyway.opcua.model.KeywayTypes;
import org.keyway.opcua.security.AccessGroup;
import org.keyway.opcua.space.Events;
import org.keyway.opcua.space.MachineNode;
import org.keyway.profile.HandoverSettings;

/**
 * Tells of each value that a machine holds other than it was wanted, once when it is found and once when the machine was seen
 * to hold what is wanted of it, as events of {@code KeywayMismatchEventType}. Safe for use by several threads.
 */
final class MismatchAlarm {
    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.opcua.messages", MismatchAlarm.class.getClassLoader());
    private static final String DIFFERS = "KW-MISMATCH-001";
    private static final String REPAIRED = "KW-MISMATCH-002";
    private static final int SEVERITY = 800;
    private static final int SEVERITY_REPAIRED = 200;

    private final MachineNode machine;
    private final Map<String, Held> wrong = new LinkedHashMap<>();

    /** What a machine holds for a parameter of a job. */
    private record Held(String job, JobParameter parameter) {}

    MismatchAlarm(MachineNode machine) {
        this.machine = machine;
    }

    /**
     * Looks at what was read back for a job.
     *
     * @return whether the machine holds anything that is wrong, as far as is known
     */
    synchronized boolean follow(Job job) {
        boolean allHeld =
                !job.parameters().isEmpty() && job.parameters().stream().allMatch(JobParameter::verified);
        boolean differs = isMismatch(job);
        for (JobParameter parameter : job.parameters()) {
            Held held = new Held(job.id(), parameter);
            if (parameter.verified() && wrong.remove(parameter.name()) != null) {
                fire(held, false);
            } else if (differs && isWrong(parameter) && !held.equals(wrong.put(parameter.name(), held))) {
                fire(held, true);
            }
        }
        if (allHeld) { // of what this job doesn't need nothing is wanted any more
            wrong.values().forEach(held -> fire(held, false));
            wrong.clear();
        }
        return !wrong.isEmpty();
    }

    private static boolean isMismatch(Job job) {
        return job.problem()
                .filter(problem -> problem.code().equals(JobCode.VALUE_DIFFERS.code())
                        || problem.code().equals(JobCode.VALUE_CHANGED.code()))
                .isPresent();
    }

    private static boolean isWrong(JobParameter parameter) {
        return parameter.written().isPresent() && !parameter.verified();
    }

    private void fire(Held held, boolean active) {
        JobParameter parameter = held.parameter();
        Map<String, Object> facts = Map.of(
                "machine", machine.machine().id(),
                "parameter", parameter.name(),
                "wanted", parameter.written().orElse("-"),
                "found", parameter.readBack().orElse("-"));
        machine.events()
                .fire(new Events.Event(
                        machine.id(TYPES, KeywayTypes.MISMATCH_EVENT),
                        machine.root(),
                        List.of(machine.root().getNodeId()),
                        AccessGroup.PARAMETERS,
                        active ? SEVERITY : SEVERITY_REPAIRED,
                        MESSAGES.message(active ? DIFFERS : REPAIRED, facts),
                        Map.of(
                                machine.name(TYPES, "JobOrderId"), Variant.ofString(held.job()),
                                machine.name(TYPES, "ParamNo"), Variant.ofUInt16(number(parameter)),
                                machine.name(TYPES, "ParameterName"), Variant.ofString(parameter.name()),
                                machine.name(TYPES, "Expected"), variant(parameter.written()),
                                machine.name(TYPES, "Found"), variant(parameter.readBack()),
                                machine.name(TYPES, "Active"), Variant.ofBoolean(active))));
    }

    /** 0 where the parameter has a node instead of a number. */
    private static UShort number(JobParameter parameter) {
        return UShort.valueOf(HandoverSettings.parameterNo(parameter.target()).orElse(0));
    }

    private static Variant variant(Optional<Object> held) {
        return held.map(ParameterNode::plain).orElse(Variant.NULL_VALUE);
    }
}
