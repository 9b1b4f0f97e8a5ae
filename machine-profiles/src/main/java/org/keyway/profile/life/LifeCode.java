package org.keyway.profile.life;

import java.util.Map;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.SetProblem;

/** What can stand against a change in the life of a set; the sentences stand in the bundle {@code messages} of the module. */
enum LifeCode {
    NOT_FOUND("KW-SET-001"),
    CHANGED_MEANWHILE("KW-SET-002"),
    OPEN_ALREADY("KW-SET-003"),
    WRONG_STATE("KW-SET-004"),
    OWN_WORK("KW-SET-005"),
    NO_NAME("KW-SET-006"),
    NO_REASON("KW-SET-007"),
    NOT_IN_THE_FUTURE("KW-SET-008"),
    ANOTHER_COMES("KW-SET-009"),
    WRONG_PARTS("KW-SET-010"),
    NOT_ON_MACHINE("KW-SET-011"),
    WRONG_COMMENT("KW-SET-012"),
    OTHER_ID("KW-SET-013"),
    NOT_TAKEN_BY_MACHINE("KW-SET-015"),
    UNKNOWN_OPERATION("KW-SET-016");

    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", LifeCode.class.getClassLoader());

    private final String code;

    LifeCode(String code) {
        this.code = code;
    }

    SetProblem at(String path, Map<String, ?> facts) {
        return new SetProblem(path, code, SENTENCES.message(code, facts));
    }
}
