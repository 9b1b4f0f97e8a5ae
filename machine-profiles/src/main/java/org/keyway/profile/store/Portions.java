package org.keyway.profile.store;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Long lists, a portion at a time. */
final class Portions {
    /** H2 holds each row that an index finds against the whole list once more, so that long lists cost their square. */
    private static final int SIZE = 100;

    private Portions() {}

    /** The list in its order, cut into portions that fit into a statement. */
    static <T> Stream<List<T>> of(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + SIZE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + SIZE)));
    }
}
