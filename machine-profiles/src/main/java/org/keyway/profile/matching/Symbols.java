package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers for the names on one axis, from 1; 0 stands for any. The same name on two levels is two symbols. */
final class Symbols {
    static final int ANY = 0;
    static final int UNKNOWN = -1;

    private final List<Map<String, Integer>> byLevel = new ArrayList<>();
    private final int limit;
    private int count;

    Symbols(int levels, int bits) {
        for (int level = 0; level < levels; level++) {
            byLevel.add(new HashMap<>());
        }
        this.limit = 1 << bits;
    }

    /** The symbol of a name, a new one if need be. */
    int intern(int level, String name) {
        if (level == 0) {
            return ANY;
        }
        return byLevel.get(level).computeIfAbsent(name, unused -> {
            if (++count >= limit) {
                throw new IllegalStateException("more than " + limit + " names in the scopes of parameter sets");
            }
            return count;
        });
    }

    /** The symbol of a name; {@link #UNKNOWN} when no set names it. */
    int find(int level, String name) {
        return level == 0 ? ANY : byLevel.get(level).getOrDefault(name, UNKNOWN);
    }

    /** The names by their symbols; nothing at 0. */
    String[] names() {
        String[] names = new String[size()];
        Arrays.fill(names, "");
        byLevel.forEach(level -> level.forEach((name, symbol) -> names[symbol] = name));
        return names;
    }

    /** One more than the greatest symbol. */
    int size() {
        return count + 1;
    }
}
