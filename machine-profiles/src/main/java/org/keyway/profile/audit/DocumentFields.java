package org.keyway.profile.audit;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;

/** A document in the keys of workshop files as single fields, each with a path, a name for people and a text. */
public final class DocumentFields {
    /** Of a thing that isn't there. */
    public static final DocumentFields NONE = new DocumentFields();

    static final MessageCatalogue WORDS =
            MessageCatalogue.load("org.keyway.profile.messages", DocumentFields.class.getClassLoader());
    private static final String WORD = "field.";
    /** By which entries of a list are told apart, the first of them that an entry has. */
    private static final List<String> IDENTIFYING = List.of("role", "name", "key", "node");
    /** What their keys are was named by people. */
    private static final Set<String> OF_NAMES = Set.of("values", "attributes", "variants", "limits", "roleLimits");

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private DocumentFields() {}

    /** One of them. */
    record Field(Message name, String text) {}

    /** Where a field stands, as a path and for people. */
    private record Place(String path, Message name, boolean names) {
        static final Place ROOT = new Place("", new Message("", ""), false);

        Place at(String key) {
            Message word =
                    !names && WORDS.contains(WORD + key) ? WORDS.message(WORD + key, Map.of()) : new Message(key, key);
            return new Place(
                    path.isEmpty() ? key : path + "." + key,
                    new Message(joined(name.en(), word.en()), joined(name.zh(), word.zh())),
                    OF_NAMES.contains(key) && !names);
        }

        private static String joined(String before, String after) {
            return before.isEmpty() ? after : before + " › " + after;
        }

        /** Of an entry of a list, which people have named. */
        Place named(String entry) {
            return new Place(path, name, true).at(entry);
        }
    }

    /** The fields of a document, without its kind and id. */
    public static DocumentFields of(Map<String, Object> document) {
        DocumentFields fields = new DocumentFields();
        document.forEach((key, value) -> {
            if (!key.equals("kind") && !key.equals("id")) {
                fields.put(Place.ROOT.at(key), value);
            }
        });
        return fields;
    }

    Map<String, Field> byPath() {
        return fields;
    }

    private void put(Place place, Object value) {
        Optional<String> amount = value instanceof Map<?, ?> map ? amount(map) : Optional.empty();
        if (amount.isPresent()) {
            keep(place, amount.get());
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(place.at(String.valueOf(key)), Objects.requireNonNull(inner)));
        } else if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            list.forEach(item -> putEntry(place, (Map<?, ?>) Objects.requireNonNull(item)));
        } else {
            keep(place, text(value));
        }
    }

    private void putEntry(Place place, Map<?, ?> entry) {
        String name = IDENTIFYING.stream()
                .filter(key -> entry.get(key) instanceof String)
                .findFirst()
                .map(key -> text(Objects.requireNonNull(entry.get(key))))
                .orElse("?");
        Place named = place.named(name);
        for (int number = 2; isTaken(named); number++) {
            named = place.named(name + " " + number);
        }
        for (Map.Entry<?, ?> inner : entry.entrySet()) {
            put(named.at(String.valueOf(inner.getKey())), Objects.requireNonNull(inner.getValue()));
        }
    }

    private boolean isTaken(Place place) {
        return fields.keySet().stream().anyMatch(path -> path.startsWith(place.path() + "."));
    }

    private void keep(Place place, String text) {
        fields.put(place.path(), new Field(place.name(), text));
    }

    /** A value of a set with its unit, a formula or an offset, as one text; empty for other mappings. */
    private static Optional<String> amount(Map<?, ?> map) {
        String unit = map.get("unit") == null ? "" : " " + map.get("unit");
        boolean known = Set.of("value", "formula", "offset", "unit").containsAll(map.keySet());
        if (!known || map.size() == (unit.isEmpty() ? 0 : 1)) {
            return Optional.empty();
        }
        Object formula = map.get("formula");
        Object offset = map.get("offset");
        String text = formula != null
                ? "= " + formula
                : offset != null ? "± " + text(offset) : text(Objects.requireNonNull(map.get("value")));
        return Optional.of(text + unit);
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(item -> text(Objects.requireNonNull(item)))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
