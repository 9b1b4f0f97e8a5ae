package org.keyway.identifier.gs1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * A GS1 application identifier and what its value must look like.
 *
 * @param fixed whether its length is predefined, so that no separator is needed after it
 * @param key whether it is a primary key of a GS1 Digital Link
 * @param attribute whether it may stand in the query of a GS1 Digital Link
 * @param requires each group asks for one of its alternatives, each of which is a set of identifiers
 * @param excludes patterns of identifiers that must not stand beside it; {@code ?} is any digit
 * @param qualifiers what may follow it in the path of a GS1 Digital Link, as alternative sequences
 */
public record ApplicationIdentifier(
        String id,
        String title,
        boolean fixed,
        boolean key,
        boolean attribute,
        List<Field> fields,
        List<List<List<String>>> requires,
        List<String> excludes,
        List<List<String>> qualifiers) {
    public ApplicationIdentifier {
        fields = List.copyOf(fields);
        requires = List.copyOf(requires);
        excludes = List.copyOf(excludes);
        qualifiers = List.copyOf(qualifiers);
    }

    /** The length of the longest value. */
    int longest() {
        int length = 0;
        for (int i = 0; i < fields.size(); i++) {
            length += fields.get(i).longest();
        }
        return length;
    }

    /** The length of the shortest value. */
    int shortest() {
        int length = 0;
        for (int i = 0; i < fields.size(); i++) {
            length += fields.get(i).optional() ? 0 : fields.get(i).shortest();
        }
        return length;
    }

    /** The first thing wrong with a value: its length, a character, a check digit, a date. */
    public Optional<Issue> check(String value) {
        return Optional.ofNullable(flaw(value, 0, value.length()));
    }

    /** The first thing wrong with the value that stands in a text; null when nothing is. */
    @Nullable Issue flaw(String text, int from, int to) {
        int at = from;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.optional() && at == to) {
                return null;
            }
            int end = Math.min(to, at + field.longest());
            Issue flaw = flaw(field, text, from, at, end);
            if (flaw != null) {
                return flaw;
            }
            at = end;
        }
        return at == to ? null : length(IssueCode.ELEMENT_TOO_LONG, to - from);
    }

    private @Nullable Issue flaw(Field field, String text, int start, int from, int to) {
        int stranger = field.alphabet().flaw(text, from, to);
        if (stranger >= 0) {
            return IssueCode.BAD_CHARACTER.issue(
                    id, Map.of("position", stranger - start + 1, "character", text.charAt(stranger)));
        }
        if (to - from < field.shortest()) {
            return length(IssueCode.ELEMENT_TOO_SHORT, to - start);
        }
        List<Rule> rules = field.rules();
        for (int i = 0; i < rules.size(); i++) {
            int flaw = rules.get(i).flaw(text, from, to);
            if (flaw != Check.SOUND) {
                return broken(rules.get(i), text, start, from, to, flaw);
            }
        }
        return null;
    }

    private Issue broken(Rule rule, String text, int start, int from, int to, int flaw) {
        Map<String, Object> facts = Map.of(
                "value",
                text.substring(from, to),
                "position",
                flaw - start + 1,
                "character",
                flaw < to ? text.substring(flaw, flaw + 1) : "");
        return rule.code().issue(id, facts);
    }

    private Issue length(IssueCode code, int found) {
        int expected = code == IssueCode.ELEMENT_TOO_LONG ? longest() : shortest();
        return code.issue(id, Map.of("found", found, "expected", expected));
    }

    /** The element with this identifier and a value. */
    public Element element(String value) {
        return new Element(id, title, value);
    }
}
