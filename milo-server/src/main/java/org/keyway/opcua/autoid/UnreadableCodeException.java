package org.keyway.opcua.autoid;

import java.util.Map;

/** What a reader sent is no code that could be understood. */
final class UnreadableCodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final AutoIdCode code;
    private final transient Map<String, Object> facts;

    UnreadableCodeException(AutoIdCode code, Map<String, Object> facts) {
        super(code.code() + " " + facts);
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    AutoIdCode code() {
        return code;
    }

    Map<String, Object> facts() {
        return facts;
    }
}
