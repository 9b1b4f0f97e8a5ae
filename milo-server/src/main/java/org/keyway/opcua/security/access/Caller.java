package org.keyway.opcua.security.access;

import java.util.Optional;
import java.util.Set;
import org.keyway.job.account.Account;
import org.keyway.job.account.Role;
import org.keyway.opcua.space.NodeOwner;

/**
 * Who does something over OPC UA.
 *
 * @param name of the account; none for somebody who has none
 * @param machines whose control it is
 * @param encrypted whether what it sends is signed and encrypted
 */
record Caller(Optional<String> name, Set<Role> roles, Set<String> machines, boolean encrypted) {
    /** Somebody without an account: an observer, and nothing more. */
    static Caller anonymous(boolean encrypted) {
        return new Caller(Optional.empty(), Set.of(Role.OBSERVER), Set.of(), encrypted);
    }

    /** Somebody whose account is gone. */
    static Caller nobody(boolean encrypted) {
        return new Caller(Optional.empty(), Set.of(), Set.of(), encrypted);
    }

    static Caller of(Account account) {
        return new Caller(Optional.of(account.name()), account.roles(), account.machines(), true);
    }

    /** Whether it may do something; who writes or calls must be encrypted besides. */
    boolean may(Operation operation, NodeOwner owner) {
        for (Role role : roles) {
            if (AccessTable.roles(owner.group(), operation).contains(role) && reaches(role, operation, owner)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a role of its counts on a node. The control of a machine has none on other machines, and who has no account is
     * told of no machine's events.
     */
    boolean reaches(Role role, Operation operation, NodeOwner owner) {
        if (operation == Operation.RECEIVE_EVENTS && name.isEmpty()) {
            return owner.machine().isEmpty();
        }
        return role != Role.MACHINE_CLIENT
                || owner.machine().map(machines::contains).orElse(true);
    }
}
