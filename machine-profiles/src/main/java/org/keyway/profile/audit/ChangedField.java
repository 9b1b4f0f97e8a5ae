package org.keyway.profile.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Message;
import org.keyway.profile.audit.DocumentFields.Field;

/**
 * A field of a document that a change put in, took out, or gave another value.
 *
 * @param path as in workshop files, such as {@code values.spindleSpeed}; entries of lists stand by their names
 * @param name of the field, for people
 * @param before empty when it was put in
 * @param after empty when it was taken out
 */
public record ChangedField(String path, Message name, Optional<String> before, Optional<String> after) {
    /** What differs, in the order of the earlier document; nothing where only the order of entries differs. */
    public static List<ChangedField> between(DocumentFields before, DocumentFields after) {
        Map<String, Field> first = before.byPath();
        Map<String, Field> second = after.byPath();
        Set<String> paths = new LinkedHashSet<>(first.keySet());
        paths.addAll(second.keySet());
        List<ChangedField> changed = new ArrayList<>();
        for (String path : paths) {
            Optional<Field> old = Optional.ofNullable(first.get(path));
            Optional<Field> now = Optional.ofNullable(second.get(path));
            if (!old.equals(now)) {
                Message name = now.or(() -> old).map(Field::name).orElseThrow();
                changed.add(new ChangedField(path, name, old.map(Field::text), now.map(Field::text)));
            }
        }
        return changed;
    }

    /** The change as a sentence; long texts are cut. */
    public Message sentence() {
        String code = before.isEmpty() ? "change.added" : after.isEmpty() ? "change.removed" : "change.changed";
        return new Message(
                DocumentFields.WORDS.message(code, facts(name.en())).en(),
                DocumentFields.WORDS.message(code, facts(name.zh())).zh());
    }

    private Map<String, String> facts(String field) {
        return Map.of("field", field, "before", before.orElse(""), "after", after.orElse(""));
    }
}
