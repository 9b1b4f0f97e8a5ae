package org.keyway.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What the machine's controller holds, by node path; it outlives the server through which it is seen. */
public final class MachineMemory {
    private final Map<String, Object> values = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<BiConsumer<String, Object>> watchers = new CopyOnWriteArrayList<>();

    /** The value of a path; whoever asks knows that it exists. */
    public Object get(String path) {
        Object value = values.get(path);
        if (value == null) {
            throw new IllegalArgumentException("no such node: " + path);
        }
        return value;
    }

    /** Changes a value and tells who watches. */
    public void set(String path, Object value) {
        values.put(path, value);
        watchers.forEach(watcher -> watcher.accept(path, value));
    }

    /** Tells the watcher of each change from now on. */
    public void watch(BiConsumer<String, Object> watcher) {
        watchers.add(watcher);
    }

    /** Ends what {@link #watch} began. */
    public void unwatch(BiConsumer<String, Object> watcher) {
        watchers.remove(watcher);
    }
}
