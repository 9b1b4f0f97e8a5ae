package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.AttributeValue;

/**
 * Conditions on attributes in one cell: {@code boreClass=A|B; hardness=90..110; coated=true}. Ends of an interval may be left
 * open; what holds any other character than letters, digits and <code>_ . / -</code> stands in quotes as YAML has them.
 */
final class ConditionText {
    private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_/-]*(\\.[\\p{L}\\p{N}_/-]+)*");
    private static final String NUMBER = "[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern INTERVAL = Pattern.compile("(" + NUMBER + ")?\\s*\\.\\.\\s*(" + NUMBER + ")?");
    /** What ends a text without quotes. */
    private static final String MARKS = "\"=;|";

    private final YamlReader yaml;
    private final int place;
    private final String text;
    private int at;

    private ConditionText(String text, int place, YamlReader yaml) {
        this.text = text;
        this.place = place;
        this.yaml = yaml;
    }

    /** The cell of conditions; empty text for none. */
    static String cell(List<AttributeCondition> conditions) {
        StringJoiner all = new StringJoiner("; ");
        conditions.forEach(condition -> all.add(name(condition.attribute()) + "=" + value(condition)));
        return all.toString();
    }

    private static String value(AttributeCondition condition) {
        if (condition instanceof AttributeCondition.Between between) {
            return between.from().map(CellNumber::cell).orElse("")
                    + ".."
                    + between.to().map(CellNumber::cell).orElse("");
        }
        StringJoiner items = new StringJoiner("|");
        ((AttributeCondition.OneOf) condition).values().forEach(item -> items.add(item(item)));
        return items.toString();
    }

    private static String name(String name) {
        return BARE.matcher(name).matches() ? name : YamlWriter.quoted(name);
    }

    private static String item(String item) {
        boolean number = CellNumber.number(item)
                .filter(value -> Math.abs((long) value.scale()) < 40
                        && AttributeValue.text(value).equals(item))
                .isPresent();
        return number ? item : name(item);
    }

    /** What {@link ParameterSetReader#conditions} reads; empty when it isn't in this notation or names an attribute twice. */
    static Optional<Node> read(String text, int place, YamlReader yaml) {
        return new ConditionText(text, place, yaml).read();
    }

    private Optional<Node> read() {
        Map<String, Node> conditions = new LinkedHashMap<>();
        do {
            Optional<String> name = token().map(Object::toString);
            Optional<Node> value = name.isPresent() && skip('=') ? value() : Optional.empty();
            if (value.isEmpty() || conditions.put(name.orElseThrow(), value.get()) != null) {
                return Optional.empty();
            }
        } while (skip(';') && at < text.length());
        return at == text.length() ? Optional.of(new Node.Mapping(place, conditions)) : Optional.empty();
    }

    private Optional<Node> value() {
        List<Node> items = new ArrayList<>();
        do {
            Optional<Object> token = token();
            if (token.isEmpty()) {
                return Optional.empty();
            }
            Matcher interval = INTERVAL.matcher(token.get() instanceof Bare bare ? bare.text() : "");
            if (interval.matches()) {
                return items.isEmpty() ? Optional.of(interval(interval)) : Optional.empty();
            }
            items.add(new Node.Scalar(place, scalar(token.get()), token.get().toString()));
        } while (skip('|'));
        return Optional.of(items.size() == 1 ? items.get(0) : new Node.Sequence(place, items));
    }

    private Node interval(Matcher ends) {
        Map<String, Node> interval = new LinkedHashMap<>();
        Optional.ofNullable(ends.group(1)).ifPresent(from -> interval.put("from", number(from)));
        Optional.ofNullable(ends.group(2)).ifPresent(to -> interval.put("to", number(to)));
        return new Node.Mapping(place, interval);
    }

    private Node number(String text) {
        return new Node.Scalar(place, new BigDecimal(text));
    }

    private static Object scalar(Object token) {
        return token instanceof Bare bare
                ? CellNumber.number(bare.text()).<Object>map(number -> number).orElse(bare.text())
                : token;
    }

    private record Bare(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private Optional<Object> token() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && MARKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String bare = text.substring(start, at).strip();
        return bare.isEmpty() ? Optional.empty() : Optional.of(new Bare(bare));
    }

    private Optional<Object> quoted() {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
        Optional<Node> read = yaml.value(text.substring(start, at), place);
        skipSpace();
        return read.flatMap(
                node -> node instanceof Node.Scalar scalar ? Optional.of(scalar.value()) : Optional.empty());
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }
}
