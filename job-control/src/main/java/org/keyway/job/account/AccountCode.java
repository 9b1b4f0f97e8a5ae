package org.keyway.job.account;

/** What changing accounts is refused for; the sentences stand in the bundle {@code messages} of this package. */
public enum AccountCode {
    NAME_INVALID("KW-ACCESS-001"),
    EXISTS("KW-ACCESS-002"),
    UNKNOWN("KW-ACCESS-003"),
    PASSWORD_SHORT("KW-ACCESS-004"),
    PASSWORD_LONG("KW-ACCESS-005"),
    NO_ROLE("KW-ACCESS-006"),
    MACHINE_MISSING("KW-ACCESS-007"),
    MACHINE_NEEDLESS("KW-ACCESS-008"),
    MACHINE_UNKNOWN("KW-ACCESS-009"),
    NO_PROOF("KW-ACCESS-010"),
    APPLICATION_INVALID("KW-ACCESS-011");

    private final String code;

    AccountCode(String code) {
        this.code = code;
    }

    /** The stable code, {@code KW-ACCESS-…}. */
    public String code() {
        return code;
    }
}
