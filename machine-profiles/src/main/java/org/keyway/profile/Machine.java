package org.keyway.profile;

/**
 * A machine (ISA-95 equipment).
 *
 * @param operation the step of the routing that it performs when a scan names none
 */
public record Machine(
        String id,
        Name name,
        String machineClass,
        String station,
        String operation,
        String profile,
        Endpoint endpoint) {}
