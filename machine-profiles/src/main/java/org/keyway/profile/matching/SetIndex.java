package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;

/**
 * Released sets, found by the most specific thing that their scope names on each axis. A case costs a hash probe for each
 * combination of its own names that occurs, however many sets there are. Never changes: a release makes a new index that
 * shares the large table and differs in a small one, until that is worth a new large table.
 */
final class SetIndex {
    static final SetIndex EMPTY = of(List.of(), Precedence.DEFAULT);

    private static final int LARGEST_CHANGE = 10_000;
    private static final BitSet NOTHING = new BitSet();

    private final Precedence precedence;
    private final SetCompiler compiler;
    private final SetTable table;
    private final BitSet superseded;
    private final List<Change> changes;
    private final SetTable changed;

    private SetIndex(
            Precedence precedence,
            SetCompiler compiler,
            SetTable table,
            BitSet superseded,
            List<Change> changes,
            SetTable changed) {
        this.precedence = precedence;
        this.compiler = compiler;
        this.table = table;
        this.superseded = superseded;
        this.changes = changes;
        this.changed = changed;
    }

    /** A set that came after the large table was made. */
    private record Change(CompiledSet set, Scope scope) {
        String id() {
            return set.source().set();
        }
    }

    /** A set that the case's names lead to, with its rank, the smaller the more specific; its conditions are not judged yet. */
    record Candidate(CompiledSet set, long rank, int familyDistance) {}

    static SetIndex of(Collection<ReleasedSet> released, Precedence precedence) {
        Builder builder = new Builder(released.size(), precedence);
        released.forEach(builder::add);
        return builder.build();
    }

    /** Fills an index. */
    static final class Builder implements Consumer<ReleasedSet> {
        private final Precedence precedence;
        private final SetCompiler compiler = new SetCompiler();
        private final SetTable table;

        Builder(int capacity, Precedence precedence) {
            this.precedence = precedence;
            this.table = new SetTable(capacity);
        }

        @Override
        public void accept(ReleasedSet released) {
            add(released);
        }

        /** @throws UnplacedSetException for a set that the order of precedence has no place for */
        void add(ReleasedSet released) {
            UnplacedSetException.throwIfWithoutPlace(released, precedence);
            table.add(compiler.compile(released), released.set().scope());
        }

        SetIndex build() {
            return new SetIndex(precedence, compiler, table, NOTHING, List.of(), new SetTable(0));
        }
    }

    int size() {
        return table.size() - superseded.cardinality() + changes.size();
    }

    /** Whether so many changes have gathered that a new table would be quicker. */
    boolean wantsRebuilding() {
        return changes.size() > LARGEST_CHANGE;
    }

    /**
     * The index with other versions of some sets; ids without a version are gone.
     *
     * @throws UnplacedSetException for a set that the order of precedence has no place for
     */
    SetIndex with(Collection<String> ids, Collection<ReleasedSet> now) {
        now.forEach(released -> UnplacedSetException.throwIfWithoutPlace(released, precedence));
        BitSet gone = (BitSet) superseded.clone();
        ids.forEach(id -> table.positions(id, gone::set));
        Set<String> replaced = Set.copyOf(ids);
        List<Change> all = new ArrayList<>(changes.size() + now.size());
        changes.stream().filter(change -> !replaced.contains(change.id())).forEach(all::add);
        now.forEach(released ->
                all.add(new Change(compiler.compile(released), released.set().scope())));
        SetTable small = new SetTable(all.size());
        all.forEach(change -> small.add(change.set(), change.scope()));
        return new SetIndex(precedence, compiler, table, gone, all, small);
    }

    /** Every set whose names cover the case, the most specific first. */
    List<Candidate> candidates(CaseNames names) {
        List<Candidate> found = new ArrayList<>(4);
        SetTable.Visitor visitor = (set, distance) -> found.add(candidate(set, distance));
        table.visit(names, superseded, visitor);
        if (changed.size() > 0) {
            changed.visit(names, NOTHING, visitor);
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparingLong(Candidate::rank)
                    .thenComparing(candidate -> candidate.set().source().set()));
        }
        return found;
    }

    private Candidate candidate(CompiledSet set, int familyDistance) {
        Guard guard = set.guard();
        long rank =
                precedence.rank(set.keySet(), familyDistance, guard.conditions().size(), guard.onTrial());
        return new Candidate(set, rank, familyDistance);
    }

    /** Every set that stands where a set with this scope would stand: the same names, the most specific of each axis. */
    List<CompiledSet> beside(Scope scope) {
        List<CompiledSet> found = new ArrayList<>();
        SetTable.Visitor visitor = (set, distance) -> found.add(set);
        table.visitEqual(scope, superseded, visitor);
        changed.visitEqual(scope, NOTHING, visitor);
        return found;
    }

    /** Gives every set with the names that it is found by. */
    void each(SetTable.Placed placed) {
        table.each(superseded, placed);
        changed.each(NOTHING, placed);
    }

    Precedence precedence() {
        return precedence;
    }
}
