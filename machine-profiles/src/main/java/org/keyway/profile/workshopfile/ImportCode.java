package org.keyway.profile.workshopfile;

/** What can be wrong with workshop files; the sentences stand in the bundle {@code messages} of the module. */
enum ImportCode {
    NOT_YAML("KW-IMP-001"),
    TOO_LARGE("KW-IMP-002"),
    ALIAS("KW-IMP-003"),
    UNKNOWN_KIND("KW-IMP-004"),
    UNKNOWN_KEY("KW-IMP-005"),
    MISSING_KEY("KW-IMP-006"),
    WRONG_TYPE("KW-IMP-007"),
    DUPLICATE_ID("KW-IMP-008"),
    UNKNOWN_REFERENCE("KW-IMP-009"),
    DUPLICATE_IDENTIFIER("KW-IMP-010"),
    UNKNOWN_UNIT("KW-IMP-011"),
    NO_CONVERSION("KW-IMP-012"),
    OUT_OF_LIMITS("KW-IMP-013"),
    LIMITS_SWAPPED("KW-IMP-014"),
    WRONG_VALUE("KW-IMP-015"),
    UNKNOWN_PARAMETER("KW-IMP-016"),
    BAD_FORMULA("KW-IMP-017"),
    BAD_NODE_ID("KW-IMP-018"),
    BAD_ID("KW-IMP-019"),
    UNKNOWN_VARIABLE("KW-IMP-020"),
    INSECURE_ENDPOINT("KW-IMP-021"),
    NO_FILES("KW-IMP-022"),
    FAMILY_CYCLE("KW-IMP-023"),
    NODE_OF_ANOTHER_MACHINE("KW-IMP-024"),
    NODE_TWICE("KW-IMP-025"),
    OFFSET_OUTSIDE_LAYER("KW-IMP-026"),
    NO_PRECEDENCE("KW-IMP-027"),
    COVERS_NOTHING("KW-IMP-028"),
    VARIANTS_OVERLAP("KW-IMP-029"),
    SHEET_UNREADABLE("KW-IMP-050"),
    SHEET_TOO_LARGE("KW-IMP-051"),
    SHEET_CHARACTERS("KW-IMP-052"),
    SHEET_QUOTES("KW-IMP-053"),
    SHEET_FORMULA("KW-IMP-054"),
    SHEET_ERROR("KW-IMP-055"),
    NO_PROFILE("KW-IMP-056"),
    NO_HEADER("KW-IMP-057"),
    UNKNOWN_COLUMN("KW-IMP-058"),
    COLUMN_TWICE("KW-IMP-059"),
    COLUMN_UNIT("KW-IMP-060"),
    DECIMAL_COMMA("KW-IMP-061"),
    BAD_CONDITIONS("KW-IMP-062"),
    BAD_CELL("KW-IMP-063"),
    NO_COLUMN("KW-IMP-064");

    private final String code;

    ImportCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
