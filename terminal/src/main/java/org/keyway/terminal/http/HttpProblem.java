package org.keyway.terminal.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Message;

/** A request that is answered with an {@code application/problem+json}; a value thrown, so it carries no stack trace. */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Code code;
    private final transient Map<String, ?> facts;
    private final transient List<FieldError> errors;
    private final transient Optional<Told> told;
    private final transient Optional<Object> current;
    private final transient Optional<Object> impact;

    private HttpProblem(
            Code code, Map<String, ?> facts, List<FieldError> errors, Optional<Told> told, Optional<Object> current) {
        this(code, facts, errors, told, current, Optional.empty());
    }

    private HttpProblem(
            Code code,
            Map<String, ?> facts,
            List<FieldError> errors,
            Optional<Told> told,
            Optional<Object> current,
            Optional<Object> impact) {
        super(code.code(), null, false, false);
        this.code = code;
        this.facts = facts;
        this.errors = List.copyOf(errors);
        this.told = told;
        this.current = current;
        this.impact = impact;
    }

    /** What another module says is wrong, in its own words. */
    record Told(String code, Message message) {}

    /** A problem whose sentence mentions no facts. */
    public static HttpProblem of(Code code) {
        return of(code, Map.of());
    }

    /** A problem with the facts that its sentence mentions. */
    public static HttpProblem of(Code code, Map<String, ?> facts) {
        return new HttpProblem(code, facts, List.of(), Optional.empty(), Optional.empty());
    }

    /** A problem of this kind that has a code and a sentence of its own. */
    public static HttpProblem of(Code code, Issue issue) {
        return told(code, issue.code(), issue.message(), List.of());
    }

    /** A problem of this kind that has a code and a sentence of its own. */
    public static HttpProblem told(Code code, String own, Message message, List<FieldError> errors) {
        return new HttpProblem(code, Map.of(), errors, Optional.of(new Told(own, message)), Optional.empty());
    }

    /** A request with fields or parameters that can't be taken. */
    public static HttpProblem fields(List<FieldError> errors) {
        return new HttpProblem(
                Code.FIELDS, Map.of("fields", fieldNames(errors)), errors, Optional.empty(), Optional.empty());
    }

    /** A change that can't be, for all of these reasons. */
    public static HttpProblem refused(List<FieldError> errors) {
        return new HttpProblem(Code.CHANGE_REFUSED, Map.of(), errors, Optional.empty(), Optional.empty());
    }

    /** The same, with the thing as it is now, for whoever changed an older one. */
    public HttpProblem with(Object now) {
        return new HttpProblem(code, facts, errors, told, Optional.of(now));
    }

    /** The same, with what the change that was asked for would do. */
    public HttpProblem withImpact(Object would) {
        return new HttpProblem(code, facts, errors, told, current, Optional.of(would));
    }

    private static String fieldNames(List<FieldError> errors) {
        return String.join(", ", errors.stream().map(FieldError::field).toList());
    }

    Code problemCode() {
        return code;
    }

    Map<String, ?> facts() {
        return facts;
    }

    Optional<Told> told() {
        return told;
    }

    Optional<Object> current() {
        return current;
    }

    Optional<Object> impact() {
        return impact;
    }

    List<FieldError> errors() {
        return errors;
    }

    /**
     * One field that can't be taken.
     *
     * @param code the key of its sentence in the catalogue, unless it brings the sentence
     */
    public record FieldError(String field, String code, Map<String, Object> facts, Optional<Message> message) {
        /** A field with a sentence of this module. */
        public FieldError(String field, String code, Map<String, Object> facts) {
            this(field, code, facts, Optional.empty());
        }
    }

    /** Every problem that the HTTP side itself can answer with. */
    public enum Code {
        MALFORMED("KW-HTTP-001", 400),
        FIELDS("KW-HTTP-002", 422),
        CONTENT_TYPE("KW-HTTP-003", 415),
        TOO_LARGE("KW-HTTP-004", 413),
        FOREIGN_HOST("KW-HTTP-005", 421),
        FOREIGN_ORIGIN("KW-HTTP-006", 403),
        NO_SUCH_PATH("KW-HTTP-007", 404),
        NO_SUCH_METHOD("KW-HTTP-008", 405),
        UNKNOWN_STATION("KW-HTTP-009", 404),
        UNKNOWN_JOB("KW-HTTP-010", 404),
        UNKNOWN_MACHINE("KW-HTTP-011", 404),
        UNKNOWN_ITEM("KW-HTTP-012", 404),
        TOO_MANY_LISTENERS("KW-HTTP-013", 503),
        FAULT("KW-HTTP-014", 500),
        REFUSED("KW-HTTP-015", 400),
        UNDRAWABLE_LABEL("KW-HTTP-016", 422),
        PATTERN_OVERTAKEN("KW-HTTP-020", 412),
        VERSION_UNSAID("KW-HTTP-021", 428),
        PATTERN_UNUSABLE("KW-HTTP-022", 422),
        PATTERN_CONFIGURED("KW-HTTP-023", 409),
        TOO_MANY_PATTERNS("KW-HTTP-024", 409),
        UNKNOWN_PATTERN("KW-HTTP-025", 404),
        CHANGE_REFUSED("KW-HTTP-030", 422),
        REVISION_UNSAID("KW-HTTP-031", 428),
        OVERTAKEN("KW-HTTP-032", 412),
        IN_USE("KW-HTTP-033", 409),
        UNKNOWN_SET("KW-HTTP-034", 404),
        WRONG_STATE("KW-HTTP-035", 409),
        UNCONFIRMED("KW-HTTP-036", 409),
        IMPORT_REFUSED("KW-HTTP-050", 422),
        NOT_TAUGHT("KW-HTTP-051", 409),
        TOO_MANY_SETS("KW-HTTP-052", 409),
        UNWRITABLE_SET("KW-HTTP-053", 409),
        NOT_UTF8("KW-HTTP-054", 400),
        FOUR_EYES("KW-HTTP-055", 409),
        NOT_ENDED("KW-HTTP-060", 409);

        private final String code;
        private final int status;

        Code(String code, int status) {
            this.code = code;
            this.status = status;
        }

        /** The stable code, {@code KW-HTTP-…}. */
        public String code() {
            return code;
        }

        int status() {
            return status;
        }
    }
}
