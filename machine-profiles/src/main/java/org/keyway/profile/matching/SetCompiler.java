package org.keyway.profile.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.Precedence.KeySet;

/** Makes released sets small. What is equal in them is kept once. */
final class SetCompiler {
    private final Map<List<String>, Shape> shapes = new HashMap<>();
    private final Map<ValueSource, ValueSource> sources = new HashMap<>();

    synchronized CompiledSet compile(ReleasedSet released) {
        Map<String, ValueSource> values = released.set().values();
        Shape shape = shapes.computeIfAbsent(List.copyOf(values.keySet()), Shape::new);
        ValueSource[] row = new ValueSource[values.size()];
        int i = 0;
        for (ValueSource source : values.values()) {
            row[i++] = shared(source);
        }
        return new CompiledSet(
                new SetVersion(released.set().id(), released.version()),
                KeySet.of(released.set().scope()).number(),
                shape,
                row,
                Guard.of(released));
    }

    private ValueSource shared(ValueSource source) {
        ValueSource known = sources.putIfAbsent(source, source);
        return known == null ? source : known;
    }
}
