package org.keyway.profile.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.SetVersion;
import org.keyway.profile.matching.Precedence.KeySet;

/**
 * A set among those that stand at the same place: found by the same names.
 *
 * @param names those that it is found by
 */
record Contender(CompiledSet set, Map<ScopeKey, String> names) {
    static Contender of(ReleasedSet released, SetCompiler compiler) {
        return new Contender(compiler.compile(released), placeOf(released.set().scope()));
    }

    /** The names that a set with this scope is found by. */
    static Map<ScopeKey, String> placeOf(Scope scope) {
        Map<ScopeKey, String> names = scope.names();
        KeySet keySet = KeySet.of(scope);
        names.keySet()
                .removeIf(key -> !keySet.keys().contains(key)
                        && !(key == ScopeKey.PRODUCT && keySet.productKey().equals(Optional.of(ScopeKey.VARIANT))));
        return names;
    }

    SetVersion source() {
        return set.source();
    }

    /** All that decides a clash, so that of sets that are equal in it one is enough to look at. */
    List<Object> content() {
        Object counted = set.guard().parts().isPresent() ? source() : "";
        return List.of(set.guard(), counted, set.shape().names(), List.of(set.values()));
    }

    /** Whether both rank the same, and conditions, dates and counts leave a case, as far as one sees without names. */
    boolean mayMeet(Contender other, Instant now, PartCounts counts) {
        Guard mine = set.guard();
        Guard its = other.set.guard();
        return mine.conditions().size() == its.conditions().size()
                && mine.layer().equals(its.layer())
                && mine.trialMachine().equals(its.trialMachine())
                && conditionsMeet(mine.conditions(), its.conditions())
                && meetingFrom(other, now).isPresent()
                && hasPartsLeft(counts)
                && other.hasPartsLeft(counts);
    }

    /** Looked at for millions of pairs. */
    private static boolean conditionsMeet(List<AttributeCondition> mine, List<AttributeCondition> its) {
        for (AttributeCondition one : mine) {
            for (AttributeCondition other : its) {
                if (one.attribute().equals(other.attribute()) && !one.meets(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasPartsLeft(PartCounts counts) {
        return set.guard()
                .parts()
                .filter(parts -> counts.taken(source()) >= parts)
                .isEmpty();
    }

    /** The first instant from now on at which both are in effect; empty when there is none. */
    Optional<Instant> meetingFrom(Contender other, Instant now) {
        Guard mine = set.guard();
        Guard its = other.set.guard();
        Instant start = Stream.of(Optional.of(now), mine.from(), its.from())
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(now);
        return Optional.of(start).filter(at -> mine.effectiveAt(at) && its.effectiveAt(at));
    }
}
