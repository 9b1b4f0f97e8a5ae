package org.keyway.profile.life;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ScopeKey;

/**
 * Which sets are looked for.
 *
 * @param names what a set's scope must name, exactly
 * @param state that a version must be in; without one, the newest version of each set that isn't discarded counts
 * @param text that must stand anywhere in the set, in whatever letters
 * @param after only sets with greater ids: the last of the page before; empty for the first page
 * @param limit how many at most, 1 to 500
 */
public record SetQuery(
        Map<ScopeKey, String> names, Optional<LifeState> state, Optional<String> text, String after, int limit) {
    public static final int MOST = 500;

    public SetQuery {
        Map<ScopeKey, String> copy = new EnumMap<>(ScopeKey.class);
        copy.putAll(names);
        names = copy;
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " sets, not " + limit);
        }
    }
}
