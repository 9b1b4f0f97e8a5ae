package org.keyway.profile;

import java.util.Map;

/**
 * A machine (ISA-95 equipment).
 *
 * @param operation the step of the routing that it performs when a scan names none
 * @param limits by parameter, what this machine can't go beyond
 */
public record Machine(
        String id,
        Name name,
        String machineClass,
        String station,
        String operation,
        String profile,
        Endpoint endpoint,
        Map<String, Limit> limits) {
    public Machine {
        limits = Limit.byParameter(limits);
    }

    /** What stands for the machine's id in the nodes of a profile. */
    public static final String PLACEHOLDER = "{machine}";

    /** A node of a profile on the machine of this id, which stands wherever the profile leaves a place for it. */
    public static String address(String machine, String node) {
        return node.replace(PLACEHOLDER, machine);
    }

    /** A machine without limits of its own. */
    public Machine(
            String id,
            Name name,
            String machineClass,
            String station,
            String operation,
            String profile,
            Endpoint endpoint) {
        this(id, name, machineClass, station, operation, profile, endpoint, Map.of());
    }
}
