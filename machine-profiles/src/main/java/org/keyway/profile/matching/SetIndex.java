package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Machine;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Scope;

/**
 * Released sets, found by the most specific thing that their scope names on each axis. A case costs one hash probe for
 * each combination of its own names, however many sets there are.
 */
final class SetIndex {
    private static final String ANY = "";
    private final Map<Key, List<ParameterSet.Stored>> sets = new HashMap<>();

    /** Where on the product axis a set stands. */
    private enum Level {
        ANY,
        FAMILY,
        PRODUCT,
        LOT,
        SERIAL
    }

    private record Key(Level level, String product, boolean oneMachine, String machine, String operation) {}

    /** A set that the case's names lead to, with its rank; the set's conditions are not judged yet. */
    record Candidate(ParameterSet.Stored stored, Rank rank) {}

    /**
     * How specific a set is for a case.
     *
     * @param product 0 for any; families by depth; above them product, lot, serial
     * @param machine 0 any, 1 class, 2 machine
     * @param operation 0 any, 1 named
     */
    record Rank(int product, int machine, int operation, int conditions) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER = Comparator.comparingInt(Rank::product)
                .thenComparingInt(Rank::machine)
                .thenComparingInt(Rank::operation)
                .thenComparingInt(Rank::conditions);

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }

        /** Why this rank loses against a higher one. */
        String loses(Rank winner) {
            if (product < winner.product) {
                return "less-specific-product";
            }
            if (machine < winner.machine) {
                return "less-specific-machine";
            }
            return operation < winner.operation ? "less-specific-operation" : "fewer-conditions";
        }
    }

    SetIndex(List<ParameterSet.Stored> released) {
        for (ParameterSet.Stored stored : released) {
            sets.computeIfAbsent(keyOf(stored.set().scope()), key -> new ArrayList<>(1))
                    .add(stored);
        }
    }

    private static Key keyOf(Scope scope) {
        Level level = scope.serial().isPresent()
                ? Level.SERIAL
                : scope.lot().isPresent()
                        ? Level.LOT
                        : scope.product().isPresent()
                                ? Level.PRODUCT
                                : scope.family().isPresent() ? Level.FAMILY : Level.ANY;
        String product = scope.serial()
                .or(scope::lot)
                .or(scope::product)
                .or(scope::family)
                .orElse(ANY);
        boolean oneMachine = scope.machine().isPresent();
        String machine = scope.machine().or(scope::machineClass).orElse(ANY);
        return new Key(level, product, oneMachine, machine, scope.operation().orElse(ANY));
    }

    /** Every set whose names cover the case, the most specific first. */
    List<Candidate> candidates(ProductIdentity identity, List<String> families, Machine machine, String operation) {
        List<Candidate> found = new ArrayList<>();
        Probe probe = new Probe(identity, families, machine, operation, found);
        probe.product(Level.ANY, ANY, 0);
        for (int i = 0; i < families.size(); i++) {
            probe.product(Level.FAMILY, families.get(i), families.size() - i);
        }
        int depth = families.size() + 1;
        probe.product(Level.PRODUCT, identity.product(), depth);
        identity.lot().ifPresent(lot -> probe.product(Level.LOT, lot, depth + 1));
        identity.serial().ifPresent(serial -> probe.product(Level.SERIAL, serial, depth + 2));
        found.sort(Comparator.comparing(Candidate::rank).reversed());
        return found;
    }

    private final class Probe {
        private final ProductIdentity identity;
        private final List<String> families;
        private final Machine machine;
        private final String operation;
        private final List<Candidate> found;

        Probe(
                ProductIdentity identity,
                List<String> families,
                Machine machine,
                String operation,
                List<Candidate> found) {
            this.identity = identity;
            this.families = families;
            this.machine = machine;
            this.operation = operation;
            this.found = found;
        }

        void product(Level level, String name, int rank) {
            machine(level, name, rank, false, ANY, 0);
            machine(level, name, rank, false, machine.machineClass(), 1);
            machine(level, name, rank, true, machine.id(), 2);
        }

        private void machine(
                Level level, String product, int productRank, boolean oneMachine, String name, int machineRank) {
            add(new Key(level, product, oneMachine, name, ANY), productRank, machineRank, 0);
            add(new Key(level, product, oneMachine, name, operation), productRank, machineRank, 1);
        }

        private void add(Key key, int productRank, int machineRank, int operationRank) {
            for (ParameterSet.Stored stored : sets.getOrDefault(key, List.of())) {
                Scope scope = stored.set().scope();
                if (coversTheRest(scope)) {
                    int conditions = scope.attributes().size();
                    found.add(new Candidate(stored, new Rank(productRank, machineRank, operationRank, conditions)));
                }
            }
        }

        /** A lot or serial override may name its product and family too, and a machine its class. */
        private boolean coversTheRest(Scope scope) {
            return agrees(scope.lot(), identity.lot())
                    && agrees(scope.product(), Optional.of(identity.product()))
                    && scope.family().map(families::contains).orElse(true)
                    && agrees(scope.machineClass(), Optional.of(machine.machineClass()));
        }

        private static boolean agrees(Optional<String> wanted, Optional<String> found) {
            return wanted.isEmpty() || wanted.equals(found);
        }
    }
}
