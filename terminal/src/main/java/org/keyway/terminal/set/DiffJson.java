package org.keyway.terminal.set;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.life.SetDiff;
import org.keyway.profile.life.SetDiff.Sides;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.workshopfile.JsonDocuments;

/** What differs between two versions as JSON; both sides in the keys of workshop files. */
record DiffJson(String id, int from, int to, List<LineJson> values, List<LineJson> conditions, List<LineJson> fields) {
    /** One difference; a side that is null isn't there. */
    record LineJson(
            String name,
            SetDiff.Kind kind,
            @Nullable Object before,
            @Nullable Object after) {}

    static DiffJson of(VersionRecord from, VersionRecord to) {
        SetDiff diff = SetDiff.between(from.set(), to.set());
        Map<String, Object> before = JsonDocuments.of(from.set());
        Map<String, Object> after = JsonDocuments.of(to.set());
        List<LineJson> values = new ArrayList<>();
        diff.values().forEach((name, sides) -> values.add(line(name, sides, under(before, name), under(after, name))));
        List<LineJson> conditions = new ArrayList<>();
        diff.conditions()
                .forEach((name, sides) -> conditions.add(line(
                        name,
                        sides,
                        sides.before().map(DiffCondition::of).orElse(null),
                        sides.after().map(DiffCondition::of).orElse(null))));
        List<LineJson> fields = new ArrayList<>();
        diff.fields()
                .forEach((name, sides) -> fields.add(line(
                        name, sides, sides.before().orElse(null), sides.after().orElse(null))));
        return new DiffJson(to.set().id(), from.version(), to.version(), values, conditions, fields);
    }

    private static LineJson line(String name, Sides<?> sides, @Nullable Object before, @Nullable Object after) {
        return new LineJson(name, sides.kind(), before, after);
    }

    private static @Nullable Object under(Map<String, Object> document, String name) {
        return document.get("values") instanceof Map<?, ?> values ? values.get(name) : null;
    }
}
