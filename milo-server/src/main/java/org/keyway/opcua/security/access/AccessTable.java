package org.keyway.opcua.security.access;

import static org.keyway.job.account.Role.MACHINE_CLIENT;
import static org.keyway.job.account.Role.MES_CLIENT;
import static org.keyway.job.account.Role.OPERATOR;
import static org.keyway.job.account.Role.SECURITY_ADMIN;
import static org.keyway.job.account.Role.SUPERVISOR;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.AccessGroup;

/**
 * Which role may do what with which kind of node. The control of a machine has its rights on its own machines alone, and what
 * every machine has in common.
 */
final class AccessTable {
    private static final Set<Role> NOBODY = Collections.unmodifiableSet(EnumSet.noneOf(Role.class));
    private static final Set<Role> READERS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(MACHINE_CLIENT)));
    private static final Set<Role> EVERYBODY = Collections.unmodifiableSet(EnumSet.allOf(Role.class));
    private static final Map<AccessGroup, Map<Operation, Set<Role>>> RIGHTS = new EnumMap<>(AccessGroup.class);

    static {
        //                                    read, write, call, events
        put(AccessGroup.PUBLIC, EVERYBODY, NOBODY, NOBODY, EVERYBODY);
        put(AccessGroup.PARAMETERS, EVERYBODY, NOBODY, NOBODY, EVERYBODY);
        put(AccessGroup.HANDOVER_GATEWAY, EVERYBODY, NOBODY, NOBODY, EVERYBODY);
        put(AccessGroup.HANDOVER_PLC, EVERYBODY, only(MACHINE_CLIENT), only(MACHINE_CLIENT), EVERYBODY);
        put(AccessGroup.JOB_ORDERS, READERS, NOBODY, only(MES_CLIENT, SUPERVISOR), READERS);
        Set<Role> scanning = only(OPERATOR, MACHINE_CLIENT);
        put(AccessGroup.SCAN, scanning, NOBODY, scanning, scanning);
        Set<Role> admins = only(SECURITY_ADMIN);
        put(AccessGroup.ADMINISTRATION, admins, NOBODY, admins, admins);
    }

    private AccessTable() {}

    private static Set<Role> only(Role first, Role... others) {
        return Collections.unmodifiableSet(EnumSet.of(first, others));
    }

    private static void put(AccessGroup group, Set<Role> read, Set<Role> write, Set<Role> call, Set<Role> events) {
        RIGHTS.put(
                group,
                new EnumMap<>(Map.of(
                        Operation.READ, read,
                        Operation.WRITE, write,
                        Operation.CALL, call,
                        Operation.RECEIVE_EVENTS, events)));
    }

    /** The roles that have a right. */
    static Set<Role> roles(AccessGroup group, Operation operation) {
        return RIGHTS.getOrDefault(group, Map.of()).getOrDefault(operation, NOBODY);
    }
}
