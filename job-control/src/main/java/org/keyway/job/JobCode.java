package org.keyway.job;

/** What job control itself refuses or fails by; the sentences stand in the bundle {@code messages} of this package. */
public enum JobCode {
    UNKNOWN_PRODUCT("KW-JOB-001"),
    MACHINE_BUSY("KW-JOB-002"),
    NO_MACHINE("KW-JOB-003"),
    INTERLOCK("KW-JOB-004"),
    ALREADY_MACHINED("KW-JOB-005"),
    AMBIGUOUS_LABEL("KW-JOB-006"),
    SEVERAL_MACHINES("KW-JOB-007"),
    NOT_SAFE_YET("KW-JOB-008"),
    NO_DELIVERY_METHOD("KW-JOB-009"),
    SCAN_OUT_OF_ORDER("KW-JOB-010"),
    SCAN_NOT_AWAITED("KW-JOB-011"),
    SCANS_TOO_SLOW("KW-JOB-012"),
    SCANS_REPLACED("KW-JOB-013"),
    SCANS_INTERRUPTED("KW-JOB-014"),
    REQUEST_REUSED("KW-JOB-015"),
    TRIAL_OUT_OF_TOLERANCE("KW-JOB-020"),
    TRIAL_FAILED_AT_MACHINE("KW-JOB-021"),
    TRIAL_PASSED("KW-JOB-022"),
    TRIAL_NOT_MEASURED("KW-JOB-023"),
    TRIAL_NOT_ENDED("KW-JOB-024"),
    PARTS_TAKEN("KW-JOB-025"),
    VALUE_DIFFERS("KW-DEL-001"),
    FLAG_NOT_CLEARED("KW-DEL-002"),
    VALUE_CHANGED("KW-DEL-003"),
    JOB_ID_DIFFERS("KW-DEL-004"),
    NOT_ACCEPTED("KW-DEL-005"),
    IN_DOUBT("KW-DEL-006"),
    INTERRUPTED("KW-DEL-007"),
    INTERLOCK_LOST("KW-DEL-008"),
    FLAG_SET_BY_OTHERS("KW-DEL-009"),
    INTERNAL("KW-SYS-001"),
    TEACH_UNKNOWN_MACHINE("KW-TEACH-001"),
    TEACH_UNKNOWN_PRODUCT("KW-TEACH-002"),
    TEACH_NOT_IDLE("KW-TEACH-003"),
    TEACH_DELIVERING("KW-TEACH-004"),
    TEACH_UNREADABLE("KW-TEACH-005"),
    TEACH_MISFIT("KW-TEACH-006"),
    TEACH_OUT_OF_LIMITS("KW-TEACH-007"),
    TEACH_ROUNDED("KW-TEACH-008");

    private final String code;

    JobCode(String code) {
        this.code = code;
    }

    /** The stable code, {@code KW-…}. */
    public String code() {
        return code;
    }
}
