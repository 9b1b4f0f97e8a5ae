package org.keyway.terminal.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list as JSON.
 *
 * @param next what to send as {@code after} for the following part; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
    /** The items after an id, by id. */
    static <S, T> Page<T> of(
            Collection<S> all, Function<S, String> id, Optional<String> after, int limit, Function<S, T> view) {
        List<S> following = all.stream()
                .filter(item -> after.isEmpty() || id.apply(item).compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(id))
                .limit(limit + 1L)
                .toList();
        List<S> items = following.subList(0, Math.min(limit, following.size()));
        String next = following.size() > limit ? id.apply(items.get(items.size() - 1)) : null;
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
