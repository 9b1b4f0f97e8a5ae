package org.keyway.profile.matching;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Trust;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Precedence.KeySet;

/**
 * What must hold besides the names that a set is found by.
 *
 * @param further names in the scope that are not the most specific of their axis
 * @param parts for how many parts at most, of the set or of a trial
 */
record Guard(
        Map<ScopeKey, String> further,
        List<AttributeCondition> conditions,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Trust> trust,
        Optional<String> layer,
        Optional<Integer> parts,
        Optional<String> trialMachine) {
    private static final Guard NONE = new Guard(
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static Guard of(ReleasedSet released) {
        ParameterSet set = released.set();
        Scope scope = set.scope();
        Guard guard = new Guard(
                further(scope),
                scope.attributes(),
                greatest(set.from(), released.from(), Comparator.naturalOrder()),
                greatest(set.until(), released.until(), Comparator.reverseOrder()),
                scope.trust(),
                set.layer(),
                greatest(set.parts(), released.canary().map(ReleasedSet.Canary::parts), Comparator.reverseOrder()),
                released.canary().map(ReleasedSet.Canary::machine));
        // Most sets of a large plant have none; they share one.
        return guard.equals(NONE) ? NONE : guard;
    }

    private static <T> Optional<T> greatest(Optional<T> one, Optional<T> other, Comparator<T> order) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        return order.compare(one.get(), other.get()) >= 0 ? one : other;
    }

    private static Map<ScopeKey, String> further(Scope scope) {
        Map<ScopeKey, String> names = scope.names();
        KeySet.of(scope).keys().forEach(names::remove);
        // A variant is found by its product's name too.
        if (names.isEmpty()
                || (names.size() == 1 && scope.variant().isPresent() && names.containsKey(ScopeKey.PRODUCT))) {
            return Map.of();
        }
        return Map.copyOf(names);
    }

    /** Whether no condition, date, trust, layer or count is at work. */
    boolean isPlain() {
        return conditions.isEmpty()
                && from.isEmpty()
                && until.isEmpty()
                && trust.isEmpty()
                && layer.isEmpty()
                && parts.isEmpty()
                && trialMachine.isEmpty();
    }

    /** Whether the names of a case are those that the guard wants; conditions and dates are not judged. */
    boolean admits(CaseNames names) {
        if (!further.isEmpty()
                && !further.entrySet().stream().allMatch(name -> names.has(name.getKey(), name.getValue()))) {
            return false;
        }
        return trialMachine.isEmpty()
                || trialMachine.get().equals(names.machine().id());
    }

    boolean onTrial() {
        return trialMachine.isPresent();
    }

    boolean effectiveAt(Instant at) {
        return from.filter(at::isBefore).isEmpty()
                && until.filter(end -> !at.isBefore(end)).isEmpty();
    }
}
