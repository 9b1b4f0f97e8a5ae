package org.keyway.opcua.link;

import java.util.Map;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkException.Kind;

/** What can go wrong on a link; the sentences stand in the bundle {@code messages} of the module. */
enum LinkCode {
    NOT_CONNECTED("KW-LINK-001", Kind.UNREACHABLE),
    NODE_MISSING("KW-LINK-002", Kind.INCOMPATIBLE),
    READ_ONLY("KW-LINK-003", Kind.INCOMPATIBLE),
    LOSSY("KW-LINK-004", Kind.INCOMPATIBLE),
    TYPE_UNSUPPORTED("KW-LINK-005", Kind.INCOMPATIBLE),
    WRITE_REJECTED("KW-LINK-006", Kind.REJECTED),
    NO_ANSWER("KW-LINK-007", Kind.OUTCOME_UNKNOWN),
    HANDSHAKE_UNREADABLE("KW-LINK-008", Kind.REJECTED),
    NOT_CLEARED("KW-LINK-009", Kind.REJECTED),
    WRONG_RANK("KW-LINK-020", Kind.INCOMPATIBLE),
    TOO_LONG("KW-LINK-021", Kind.INCOMPATIBLE),
    NAMESPACE_MISSING("KW-LINK-022", Kind.INCOMPATIBLE);

    private final String code;
    private final Kind kind;

    LinkCode(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    String code() {
        return code;
    }

    LinkException exception(Map<String, Object> facts) {
        return new LinkException(kind, code, facts);
    }
}
