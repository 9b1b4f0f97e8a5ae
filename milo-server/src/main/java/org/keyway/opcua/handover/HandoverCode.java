package org.keyway.opcua.handover;

import java.util.Map;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Problem;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkException.Kind;

/** What can go wrong with a hand-over; the sentences stand in the bundle {@code messages} of the module. */
enum HandoverCode {
    NOT_ANSWERING("KW-HAND-001", Kind.UNREACHABLE),
    BUSY("KW-HAND-002", Kind.INCOMPATIBLE),
    BLOCKED("KW-HAND-003", Kind.INCOMPATIBLE),
    NOT_EXACT("KW-HAND-004", Kind.INCOMPATIBLE),
    NOT_NUMERIC("KW-HAND-005", Kind.INCOMPATIBLE),
    TEXT_UNFIT("KW-HAND-006", Kind.INCOMPATIBLE),
    TOO_MANY("KW-HAND-007", Kind.INCOMPATIBLE),
    REJECTED("KW-HAND-010", Kind.REJECTED),
    STAGE_MISMATCH("KW-HAND-011", Kind.REJECTED),
    EXPIRED("KW-HAND-012", Kind.REJECTED),
    NOT_STAGED("KW-HAND-013", Kind.REJECTED),
    CANCELLED("KW-HAND-014", Kind.REJECTED),
    NOT_STAGED_YET("KW-HAND-015", Kind.REJECTED),
    DRIFTED("KW-HAND-016", Kind.REJECTED),
    NOT_CONFIRMED("KW-HAND-020", Kind.OUTCOME_UNKNOWN),
    NOT_ACTIVATED("KW-HAND-021", Kind.REJECTED),
    ALREADY_STARTED("KW-HAND-022", Kind.REJECTED),
    PLC_RESTARTED("KW-HAND-023", Kind.REJECTED),
    FOREIGN_SEQUENCE("KW-HAND-030", Kind.INCOMPATIBLE),
    PLC_MEMORY_RESET("KW-HAND-031", Kind.INCOMPATIBLE),
    UNCOMMITTED("KW-HAND-032", Kind.INCOMPATIBLE),
    NOT_ON_RECORD("KW-HAND-033", Kind.REJECTED),
    HELD_ELSEWHERE("KW-HAND-034", Kind.INCOMPATIBLE);

    private static final MessageCatalogue MESSAGES =
            MessageCatalogue.load("org.keyway.opcua.messages", HandoverCode.class.getClassLoader());

    private final String code;
    private final Kind kind;

    HandoverCode(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    String code() {
        return code;
    }

    /** In sentences, for what is told of a machine beside a job. */
    Problem problem(Map<String, Object> facts) {
        return new Problem(code, MESSAGES.message(code, facts), facts);
    }

    LinkException exception(Map<String, Object> facts) {
        return new LinkException(kind, code, facts);
    }
}
