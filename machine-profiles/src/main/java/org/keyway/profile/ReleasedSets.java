package org.keyway.profile;

import java.util.function.Consumer;

/** All released versions, one after another, since there may be a million. */
public interface ReleasedSets {
    /** About how many there are; at least as many as {@link #each} gives. */
    int count();

    /** Gives each of them. */
    void each(Consumer<ReleasedSet> consumer);
}
