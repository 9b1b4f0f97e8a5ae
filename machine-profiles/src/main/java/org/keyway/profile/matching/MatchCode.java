package org.keyway.profile.matching;

import java.util.Map;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.Rejection;

/** Why there can be no match; the sentences stand in the bundle {@code messages} of the module. */
enum MatchCode {
    NO_SETS("KW-MATCH-001"),
    OTHER_STATION("KW-MATCH-002"),
    CLASH("KW-MATCH-003"),
    MISSING("KW-MATCH-004"),
    NO_RESULT("KW-MATCH-005"),
    OUT_OF_LIMITS("KW-MATCH-006"),
    WRONG_TYPE("KW-MATCH-007"),
    NO_CONVERSION("KW-MATCH-008"),
    UNKNOWN_MACHINE("KW-MATCH-009"),
    UNTRUSTED("KW-MATCH-010");

    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", MatchCode.class.getClassLoader());

    private final String code;

    MatchCode(String code) {
        this.code = code;
    }

    Rejection rejection(Map<String, Object> details) {
        return new Rejection(code, SENTENCES.message(code, details), details);
    }
}
