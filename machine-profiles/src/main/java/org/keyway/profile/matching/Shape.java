package org.keyway.profile.matching;

import java.util.List;

/** The names of a set's values, in their order. Sets with the same names share one, which is equal only to itself. */
final class Shape {
    private final List<String> names;

    Shape(List<String> names) {
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
