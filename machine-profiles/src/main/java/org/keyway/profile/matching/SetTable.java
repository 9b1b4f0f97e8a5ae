package org.keyway.profile.matching;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Precedence.KeySet;

/**
 * Sets by the names of their key sets, in open addressing over plain arrays. Filled once, then read by many threads.
 *
 * <p>A case has some forty combinations of its names. For each name on the product axis the table knows which key sets
 * occur with it, so that only combinations that can be there cost a probe.
 */
final class SetTable {
    private static final int PRODUCT_BITS = 30;
    private static final int MACHINE_BITS = 18;
    private static final int OPERATION_BITS = 15;
    private static final char WITHIN = '\0';
    private static final int NONE = -1;

    private final Symbols products = new Symbols(KeySet.PRODUCT_LEVELS, PRODUCT_BITS);
    private final Symbols machines = new Symbols(KeySet.MACHINE_LEVELS, MACHINE_BITS);
    private final Symbols operations = new Symbols(2, OPERATION_BITS);
    private long[] occurring = new long[16];
    private CompiledSet[] sets;
    private int[] next;
    private int count;
    private final long[] keys;
    private final int[] first;
    private final int[] byId;
    private final int mask;

    /** An empty table for at most so many sets. */
    SetTable(int capacity) {
        int slots = Integer.highestOneBit(Math.max(8, capacity * 2 - 1)) * 2;
        mask = slots - 1;
        keys = new long[slots];
        first = new int[slots];
        byId = new int[slots];
        sets = new CompiledSet[capacity];
        next = new int[capacity];
        Arrays.fill(first, NONE);
        Arrays.fill(byId, NONE);
    }

    int size() {
        return count;
    }

    CompiledSet set(int position) {
        return sets[position];
    }

    void add(CompiledSet set, Scope scope) {
        KeySet keySet = KeySet.of(set.keySet());
        int product = products.intern(
                keySet.product(),
                keySet.productKey().map(key -> productName(key, scope)).orElse(""));
        int machine = machines.intern(
                keySet.machine(), keySet.machineKey().flatMap(scope::name).orElse(""));
        int operation = operations.intern(keySet.operation(), scope.operation().orElse(""));
        if (product >= occurring.length) {
            occurring = Arrays.copyOf(occurring, product * 2);
        }
        occurring[product] |= 1L << set.keySet();
        long key = pack(product, machine, operation);
        int slot = slot(key);
        keys[slot] = key;
        next[count] = first[slot];
        first[slot] = count;
        sets[count] = set;
        addId(count);
        count++;
    }

    private static String productName(ScopeKey key, Scope scope) {
        String name = scope.name(key).orElseThrow();
        return key == ScopeKey.VARIANT ? variantName(scope.product().orElse(""), name) : name;
    }

    private static String variantName(String product, String variant) {
        return product + WITHIN + variant;
    }

    private void addId(int position) {
        int slot = spread(sets[position].source().set().hashCode()) & mask;
        while (byId[slot] != NONE) {
            slot = slot + 1 & mask;
        }
        byId[slot] = position;
    }

    /** The positions of all versions of a set. */
    void positions(String id, IntConsumer found) {
        int slot = spread(id.hashCode()) & mask;
        while (byId[slot] != NONE) {
            if (sets[byId[slot]].source().set().equals(id)) {
                found.accept(byId[slot]);
            }
            slot = slot + 1 & mask;
        }
    }

    private static long pack(int product, int machine, int operation) {
        return ((long) product << MACHINE_BITS | machine) << OPERATION_BITS | operation;
    }

    private int slot(long key) {
        int slot = spread(Long.hashCode(key * 0x9E3779B97F4A7C15L)) & mask;
        while (first[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }

    /** What is told of sets that the names of a case lead to. */
    interface Visitor {
        /** A set, and how far its family is from the product: 0 for the nearest, and where it names none. */
        void visit(CompiledSet set, int familyDistance);
    }

    /** Every set whose names cover the case; conditions and dates are not judged. */
    void visit(CaseNames names, BitSet superseded, Visitor visitor) {
        int[] machine = new int[KeySet.MACHINE_LEVELS];
        for (int level = 1; level < machine.length; level++) {
            ScopeKey key = new KeySet(0, level, 0).machineKey().orElseThrow();
            machine[level] = machines.find(level, names.name(key).orElse(""));
        }
        int operation = operations.find(1, names.operation());
        Probe probe = new Probe(names, superseded, machine, operation, visitor);
        probe.product(0, Symbols.ANY, 0);
        List<String> families = names.families();
        for (int i = 0; i < families.size(); i++) {
            probe.product(1, products.find(1, families.get(i)), i);
        }
        for (int level = 2; level < KeySet.PRODUCT_LEVELS; level++) {
            ScopeKey key = new KeySet(level, 0, 0).productKey().orElseThrow();
            Optional<String> name = names.name(key);
            if (name.isPresent()) {
                String full =
                        key == ScopeKey.VARIANT ? variantName(names.identity().product(), name.get()) : name.get();
                probe.product(level, products.find(level, full), 0);
            }
        }
    }

    /** Every set with the same names as this scope on each axis, which may name more. */
    void visitEqual(Scope scope, BitSet superseded, Visitor visitor) {
        KeySet keySet = KeySet.of(scope);
        int product = products.find(
                keySet.product(),
                keySet.productKey().map(key -> productName(key, scope)).orElse(""));
        int machine = machines.find(
                keySet.machine(), keySet.machineKey().flatMap(scope::name).orElse(""));
        int operation = operations.find(keySet.operation(), scope.operation().orElse(""));
        if (product != Symbols.UNKNOWN && machine != Symbols.UNKNOWN && operation != Symbols.UNKNOWN) {
            chain(pack(product, machine, operation), superseded, set -> visitor.visit(set, 0));
        }
    }

    /** What is told of sets one after another. */
    interface Placed {
        /** A set, and the names that it is found by; those on an axis that it doesn't name are empty. */
        void set(CompiledSet set, String product, String machine, String operation);
    }

    /** Gives every set with the names that it is found by; a variant with its product, apart by a zero. */
    void each(BitSet superseded, Placed placed) {
        String[] productNames = products.names();
        String[] machineNames = machines.names();
        String[] operationNames = operations.names();
        for (int slot = 0; slot < keys.length; slot++) {
            if (first[slot] != NONE) {
                long key = keys[slot];
                String product = productNames[(int) (key >>> (MACHINE_BITS + OPERATION_BITS))];
                String machine = machineNames[(int) (key >>> OPERATION_BITS) & ((1 << MACHINE_BITS) - 1)];
                String operation = operationNames[(int) key & ((1 << OPERATION_BITS) - 1)];
                for (int i = first[slot]; i != NONE; i = next[i]) {
                    if (!superseded.get(i)) {
                        placed.set(sets[i], product, machine, operation);
                    }
                }
            }
        }
    }

    private interface Found {
        void set(CompiledSet set);
    }

    private void chain(long key, BitSet superseded, Found found) {
        for (int i = first[slot(key)]; i != NONE; i = next[i]) {
            if (!superseded.get(i)) {
                found.set(sets[i]);
            }
        }
    }

    private final class Probe {
        private final CaseNames names;
        private final BitSet superseded;
        private final int[] machine;
        private final int operation;
        private final Visitor visitor;

        Probe(CaseNames names, BitSet superseded, int[] machine, int operation, Visitor visitor) {
            this.names = names;
            this.superseded = superseded;
            this.machine = machine;
            this.operation = operation;
            this.visitor = visitor;
        }

        void product(int level, int symbol, int familyDistance) {
            if (symbol == Symbols.UNKNOWN || symbol >= occurring.length) {
                return;
            }
            int lowest = new KeySet(level, 0, 0).number();
            long here = occurring[symbol] >>> lowest & (1L << (KeySet.MACHINE_LEVELS * 2)) - 1;
            for (; here != 0; here &= here - 1) {
                KeySet keySet = KeySet.of(lowest + Long.numberOfTrailingZeros(here));
                int step = keySet.operation() == 0 ? Symbols.ANY : operation;
                if (machine[keySet.machine()] != Symbols.UNKNOWN && step != Symbols.UNKNOWN) {
                    chain(pack(symbol, machine[keySet.machine()], step), superseded, set -> offer(set, familyDistance));
                }
            }
        }

        private void offer(CompiledSet set, int familyDistance) {
            if (set.guard().admits(names)) {
                visitor.visit(set, familyDistance);
            }
        }
    }
}
