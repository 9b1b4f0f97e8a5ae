package org.keyway.identifier.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accepted patterns that go with the process, where no store is wired. */
public final class MemoryPatternStore implements PatternStore {
    private final Map<String, StoredPattern> patterns = new TreeMap<>();

    public MemoryPatternStore() {}

    @Override
    public synchronized List<StoredPattern> all() {
        return new ArrayList<>(patterns.values());
    }

    @Override
    public synchronized boolean create(StoredPattern pattern) {
        return patterns.putIfAbsent(pattern.definition().name(), pattern) == null;
    }

    @Override
    public synchronized boolean replace(StoredPattern pattern, long former) {
        boolean current = isCurrent(pattern.definition().name(), former);
        if (current) {
            patterns.put(pattern.definition().name(), pattern);
        }
        return current;
    }

    @Override
    public synchronized boolean remove(String name, long version) {
        boolean current = isCurrent(name, version);
        if (current) {
            patterns.remove(name);
        }
        return current;
    }

    private boolean isCurrent(String name, long version) {
        StoredPattern kept = patterns.get(name);
        return kept != null && kept.version() == version;
    }
}
