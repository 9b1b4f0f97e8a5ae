package org.keyway.profile.matching;

import static org.keyway.profile.ScopeKey.Axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;

/**
 * The order of precedence: a list of key sets, the most specific first. A key set is the most specific key that a scope
 * names on each axis. Of two sets that cover a case the one whose key set stands earlier wins; where key sets with {@code
 * family} stand together in the list the nearer family decides before the place in the list does; at last the greater
 * number of conditions wins. A scope whose key set isn't in the list is refused.
 */
public final class Precedence {
    private static final List<ScopeKey> PRODUCT_KEYS = keysOf(Axis.PRODUCT);
    private static final List<ScopeKey> MACHINE_KEYS = keysOf(Axis.MACHINE);

    /** Product axis first, then machine axis, then operation. */
    public static final Precedence DEFAULT = new Precedence(everyKeySet());

    private final List<Set<ScopeKey>> keySets;
    private final int[] places = new int[KeySet.COUNT];
    private final int[] blocks = new int[KeySet.COUNT];

    private Precedence(List<Set<ScopeKey>> keySets) {
        this.keySets = List.copyOf(keySets);
        Arrays.fill(places, -1);
        int block = 0;
        boolean afterFamily = false;
        for (int place = 0; place < keySets.size(); place++) {
            boolean family = keySets.get(place).contains(ScopeKey.FAMILY);
            block += family && afterFamily ? 0 : 1;
            afterFamily = family;
            KeySet keySet = KeySet.of(keySets.get(place));
            places[keySet.number()] = place;
            blocks[keySet.number()] = block;
        }
    }

    /**
     * An order of one's own.
     *
     * @param keySets the most specific first, each with the words of at most one key of an axis
     * @throws IllegalArgumentException for a word that is no key, two keys of one axis, or a key set that stands there twice
     */
    public static Precedence of(List<List<String>> keySets) {
        List<Set<ScopeKey>> read = new ArrayList<>();
        for (List<String> words : keySets) {
            Set<ScopeKey> keys = EnumSet.noneOf(ScopeKey.class);
            Set<Axis> axes = new HashSet<>();
            for (String word : words) {
                ScopeKey key = ScopeKey.of(word)
                        .orElseThrow(() -> new IllegalArgumentException("not a key of a scope: " + word));
                keys.add(key);
                if (!axes.add(key.axis())) {
                    throw new IllegalArgumentException("two keys of one axis: " + words);
                }
            }
            if (read.contains(keys)) {
                throw new IllegalArgumentException("the key set stands there twice: " + words);
            }
            read.add(keys);
        }
        return new Precedence(read);
    }

    private static List<ScopeKey> keysOf(Axis axis) {
        return Arrays.stream(ScopeKey.values())
                .filter(key -> key.axis() == axis)
                .toList();
    }

    private static List<Set<ScopeKey>> everyKeySet() {
        List<Set<ScopeKey>> all = new ArrayList<>();
        for (int product = PRODUCT_KEYS.size(); product >= 0; product--) {
            for (int machine = MACHINE_KEYS.size(); machine >= 0; machine--) {
                for (int operation = 1; operation >= 0; operation--) {
                    all.add(new KeySet(product, machine, operation).keys());
                }
            }
        }
        return all;
    }

    /** The list, the most specific first. */
    public List<Set<ScopeKey>> keySets() {
        return keySets;
    }

    /** The place of a scope's key set in the list, from 0; empty when the list doesn't have it. */
    public Optional<Integer> place(Scope scope) {
        int place = places[KeySet.of(scope).number()];
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /** A number for the place of a set among those that cover a case; the smaller the more specific. */
    long rank(int keySet, int familyDistance, int conditions, boolean onTrial) {
        return (long) blocks[keySet] << 40
                | (long) Math.min(familyDistance, 255) << 32
                | (long) places[keySet] << 24
                | (long) (65_535 - Math.min(conditions, 65_535)) << 1
                | (onTrial ? 0 : 1);
    }

    /**
     * The most specific key on each axis.
     *
     * @param product 0 any, then the keys of the product axis from the least specific
     * @param machine 0 any, 1 class, 2 machine
     * @param operation 0 any, 1 named
     */
    record KeySet(int product, int machine, int operation) {
        static final int MACHINE_LEVELS = MACHINE_KEYS.size() + 1;
        static final int PRODUCT_LEVELS = PRODUCT_KEYS.size() + 1;
        static final int COUNT = PRODUCT_LEVELS * MACHINE_LEVELS * 2;

        static KeySet of(Scope scope) {
            return of((ScopeKey key) -> scope.name(key).isPresent());
        }

        static KeySet of(Set<ScopeKey> keys) {
            return of(keys::contains);
        }

        private static KeySet of(Predicate<ScopeKey> names) {
            return new KeySet(
                    level(PRODUCT_KEYS, names), level(MACHINE_KEYS, names), names.test(ScopeKey.OPERATION) ? 1 : 0);
        }

        static KeySet of(int number) {
            return new KeySet(number / (MACHINE_LEVELS * 2), number / 2 % MACHINE_LEVELS, number % 2);
        }

        private static int level(List<ScopeKey> axis, Predicate<ScopeKey> names) {
            for (int i = axis.size(); i > 0; i--) {
                if (names.test(axis.get(i - 1))) {
                    return i;
                }
            }
            return 0;
        }

        int number() {
            return (product * MACHINE_LEVELS + machine) * 2 + operation;
        }

        Optional<ScopeKey> productKey() {
            return product == 0 ? Optional.empty() : Optional.of(PRODUCT_KEYS.get(product - 1));
        }

        Optional<ScopeKey> machineKey() {
            return machine == 0 ? Optional.empty() : Optional.of(MACHINE_KEYS.get(machine - 1));
        }

        Set<ScopeKey> keys() {
            Set<ScopeKey> keys = EnumSet.noneOf(ScopeKey.class);
            Stream.of(productKey(), machineKey()).flatMap(Optional::stream).forEach(keys::add);
            if (operation == 1) {
                keys.add(ScopeKey.OPERATION);
            }
            return keys;
        }
    }
}
