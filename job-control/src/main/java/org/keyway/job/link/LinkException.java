package org.keyway.job.link;

import java.util.Map;

/** A machine could not be asked or told something. */
public final class LinkException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is known of the effect. */
    public enum Kind {
        /** There is no connection; this call sent nothing. */
        UNREACHABLE,
        /** The device lacks a node, or refuses access to it, or can't hold a value without loss; nothing was sent. */
        INCOMPATIBLE,
        /** The device answered that it did not do it. */
        REJECTED,
        /** No answer came, or the connection broke: it may or may not have happened. */
        OUTCOME_UNKNOWN
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> facts;

    /**
     * What went wrong.
     *
     * @param code of the refusal catalogue, {@code KW-LINK-…}
     * @param facts for the sentence and the engineer, such as parameter, node, wanted, found, status
     */
    public LinkException(Kind kind, String code, Map<String, Object> facts) {
        super(code + " " + facts);
        this.kind = kind;
        this.code = code;
        this.facts = Map.copyOf(facts);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
