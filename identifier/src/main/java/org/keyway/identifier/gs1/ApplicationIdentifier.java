package org.keyway.identifier.gs1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * A GS1 application identifier and what its value must look like.
 *
 * @param fixed whether its length is predefined, so that no separator is needed after it
 * @param requires each group asks for one of its alternatives, each of which is a set of identifiers
 * @param excludes patterns of identifiers that must not stand beside it
 * @param qualifiers what may follow it in the path of a GS1 Digital Link, as alternative sequences
 */
public record ApplicationIdentifier(
        String id,
        String title,
        boolean fixed,
        LinkRole role,
        List<Field> fields,
        List<List<List<String>>> requires,
        List<String> excludes,
        List<List<String>> qualifiers) {
    /** What an identifier is to a GS1 Digital Link. */
    public enum LinkRole {
        /** A primary key of the path. */
        KEY,
        /** May stand in the query. */
        ATTRIBUTE,
        /** At most a qualifier in the path. */
        NONE
    }

    /** The length of the longest value. */
    int longest() {
        int length = 0;
        for (Field field : fields) {
            length += field.longest();
        }
        return length;
    }

    /** The length of the shortest value. */
    int shortest() {
        int length = 0;
        for (Field field : fields) {
            length += field.optional() ? 0 : field.shortest();
        }
        return length;
    }

    /** The first thing wrong with a value: its length, a character, a check digit, a date. */
    public Optional<Issue> check(String value) {
        int at = 0;
        for (Field field : fields) {
            if (field.optional() && at == value.length()) {
                return Optional.empty();
            }
            int end = Math.min(value.length(), at + field.longest());
            Optional<Issue> flaw = check(field, value, at, end);
            if (flaw.isPresent()) {
                return flaw;
            }
            at = end;
        }
        return at == value.length() ? Optional.empty() : Optional.of(length(IssueCode.ELEMENT_TOO_LONG, value));
    }

    private Optional<Issue> check(Field field, String value, int from, int to) {
        int stranger = field.alphabet().firstStranger(value, from, to);
        if (stranger >= 0) {
            return Optional.of(IssueCode.BAD_CHARACTER.issue(
                    id, Map.of("position", stranger + 1, "character", value.charAt(stranger))));
        }
        if (to - from < field.shortest()) {
            return Optional.of(length(IssueCode.ELEMENT_TOO_SHORT, value));
        }
        String part = from == 0 && to == value.length() ? value : value.substring(from, to);
        for (Rule rule : field.rules()) {
            if (!rule.holds(part)) {
                return Optional.of(rule.flaw().issue(id, Map.of("value", part)));
            }
        }
        return Optional.empty();
    }

    private Issue length(IssueCode code, String value) {
        int expected = code == IssueCode.ELEMENT_TOO_LONG ? longest() : shortest();
        return code.issue(id, Map.of("found", value.length(), "expected", expected));
    }

    /** The element with this identifier and a value. */
    public Element element(String value) {
        return new Element(id, title, value);
    }
}
