package org.keyway.opcua.model;

/** What can be wrong with a model from a file; the sentences stand in the bundle {@code messages} of the module. */
public enum ModelCode {
    UNREADABLE("KW-MODEL-001"),
    TOO_LARGE("KW-MODEL-002"),
    MALFORMED("KW-MODEL-003"),
    DOCTYPE("KW-MODEL-004"),
    NOT_A_NODESET("KW-MODEL-005"),
    BAD_VALUE("KW-MODEL-006"),
    UNKNOWN_NAMESPACE("KW-MODEL-007"),
    UNKNOWN_ALIAS("KW-MODEL-008"),
    DUPLICATE_NODE("KW-MODEL-009"),
    FOREIGN_NODE("KW-MODEL-010"),
    REQUIRED_MODEL_MISSING("KW-MODEL-011"),
    MODEL_PRESENT("KW-MODEL-012"),
    TOO_DEEP("KW-MODEL-013"),
    TARGET_MISSING("KW-MODEL-014"),
    VALUE_LEFT_OUT("KW-MODEL-015"),
    REQUIRED_MODEL_OLDER("KW-MODEL-016"),
    FOLDER_UNREADABLE("KW-MODEL-017"),
    TYPE_CIRCLE("KW-MODEL-018"),
    TYPE_UNUSABLE("KW-MODEL-019");

    private final String code;

    ModelCode(String code) {
        this.code = code;
    }

    /** The code as it is shown, {@code KW-MODEL-…}. */
    public String code() {
        return code;
    }
}
