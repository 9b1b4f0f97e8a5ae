package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Name;

/** The entries of one mapping to be written, put in one by one: what {@link Fields} takes out again. */
final class Entries {
    private static final int NOT_READ = 0;

    private final Map<String, Node> entries = new LinkedHashMap<>();

    Node.Mapping mapping() {
        return new Node.Mapping(NOT_READ, entries);
    }

    /** A value as it is: what {@link Fields} doesn't search for variables. */
    static Node verbatim(Object value) {
        return new Node.Scalar(NOT_READ, value);
    }

    /** A text that may hold <code>${</code>, which must not become a variable. */
    private static Node literal(String text) {
        return verbatim(escaped(text));
    }

    /** The text with which {@link Fields} reads this one. */
    static String escaped(String text) {
        return text.replace("${", "${DOLLAR:$}{");
    }

    static Node sequence(List<Node> items) {
        return new Node.Sequence(NOT_READ, items);
    }

    Entries node(String key, Node node) {
        entries.put(key, node);
        return this;
    }

    Entries text(String key, String text) {
        return node(key, literal(text));
    }

    Entries text(String key, Optional<String> text) {
        text.ifPresent(present -> text(key, present));
        return this;
    }

    Entries texts(String key, List<String> texts) {
        return texts.isEmpty()
                ? this
                : node(key, sequence(texts.stream().map(Entries::literal).toList()));
    }

    Entries number(String key, int number) {
        return node(key, verbatim(BigDecimal.valueOf(number)));
    }

    Entries number(String key, Optional<BigDecimal> number) {
        number.ifPresent(present -> node(key, verbatim(present)));
        return this;
    }

    Entries flag(String key, boolean flag) {
        return node(key, verbatim(flag));
    }

    /** Left out when it is what {@link Fields#name} answers without it. */
    Entries name(String key, Name name, String otherwise) {
        if (name.equals(new Name(otherwise, otherwise))) {
            return this;
        }
        return mapping(key, new Entries().text("en", name.en()).text("zh", name.zh()));
    }

    Entries mapping(String key, Entries inner) {
        return node(key, inner.mapping());
    }

    Entries mappings(String key, List<Entries> inner) {
        return inner.isEmpty()
                ? this
                : node(
                        key,
                        sequence(inner.stream()
                                .map(item -> (Node) item.mapping())
                                .toList()));
    }

    Entries duration(String key, Duration duration) {
        return text(key, written(duration));
    }

    private static String written(Duration duration) {
        if (!duration.equals(Duration.ofMillis(duration.toMillis()))) {
            throw new IllegalArgumentException("no unit of workshop files for " + duration);
        }
        long millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds == 0 || seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "min";
    }
}
