package org.keyway.job.account;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is here for; the well-known roles of OPC 10000-18 4.3 and two of our own. */
public enum Role {
    /** Sees everything of the shop floor, changes nothing. */
    OBSERVER("Observer"),
    /** Scans labels and confirms. */
    OPERATOR("Operator"),
    /** Works on parameters. */
    ENGINEER("Engineer"),
    /** Steps into jobs. */
    SUPERVISOR("Supervisor"),
    /** An MES that gives orders; our own. */
    MES_CLIENT("MesClient"),
    /** The control of certain machines; our own. */
    MACHINE_CLIENT("MachineClient"),
    /** Sees how the server is guarded. */
    SECURITY_ADMIN("SecurityAdmin");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** Its name, as in OPC UA. */
    public String word() {
        return word;
    }

    /** The role of a name, upper and lower case alike. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role.word.equalsIgnoreCase(word))
                .findFirst();
    }
}
