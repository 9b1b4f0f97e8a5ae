package org.keyway.job.account;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name what he signs in as, or what he is called where he shows a certificate
 * @param machines whose control he is; only for {@link Role#MACHINE_CLIENT}
 * @param certificate the SHA-256 thumbprint, 64 hexadecimal digits in lower case, of a certificate by which he proves
 *     himself, his own or that of his application
 * @param application the URI of an application, proven by its trusted certificate, that is he
 */
public record Account(
        String name,
        Set<Role> roles,
        Set<String> machines,
        Optional<String> certificate,
        Optional<String> application) {
    public Account {
        roles = Set.copyOf(roles);
        machines = Set.copyOf(machines);
    }

    /** Somebody with a password alone. */
    public static Account of(String name, Role... roles) {
        return new Account(name, Set.of(roles), Set.of(), Optional.empty(), Optional.empty());
    }

    /** The control of a machine, with a password. */
    public static Account ofMachine(String name, String machine) {
        return new Account(name, Set.of(Role.MACHINE_CLIENT), Set.of(machine), Optional.empty(), Optional.empty());
    }
}
