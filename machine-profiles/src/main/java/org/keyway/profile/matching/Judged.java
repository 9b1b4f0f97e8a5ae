package org.keyway.profile.matching;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.MatchedValue.Loser;
import org.keyway.profile.PartCounts;
import org.keyway.profile.SetVersion;
import org.keyway.profile.matching.Precedence.KeySet;
import org.keyway.profile.matching.SetIndex.Candidate;

/** A candidate, and why its conditions, dates or number of parts rule it out, if they do. */
record Judged(Candidate candidate, Optional<Loser> failure) {
    static Judged of(Candidate candidate, Map<String, Object> attributes, Instant at, PartCounts counts) {
        return new Judged(candidate, failure(candidate.set(), attributes, at, counts));
    }

    private static Optional<Loser> failure(
            CompiledSet set, Map<String, Object> attributes, Instant at, PartCounts counts) {
        Guard guard = set.guard();
        if (guard.isPlain()) {
            return Optional.empty();
        }
        if (!guard.effectiveAt(at)) {
            String range = guard.from().map(Instant::toString).orElse("") + "/"
                    + guard.until().map(Instant::toString).orElse("");
            return Optional.of(new Loser(set.source(), "not-effective", range));
        }
        for (AttributeCondition condition : guard.conditions()) {
            if (!condition.isMetBy(attributes)) {
                Object value = attributes.get(condition.attribute());
                return Optional.of(new Loser(
                        set.source(), "attribute", condition.attribute() + "=" + (value == null ? "" : value)));
            }
        }
        return guard.parts()
                .filter(parts -> counts.taken(set.source()) >= parts)
                .map(parts -> new Loser(set.source(), "parts-used-up", String.valueOf(parts)));
    }

    boolean covers() {
        return failure.isEmpty();
    }

    CompiledSet set() {
        return candidate.set();
    }

    SetVersion source() {
        return candidate.set().source();
    }

    boolean isEqualRank(Judged other) {
        return candidate.rank() == other.candidate.rank();
    }

    /** Why this candidate gives way to the one that won. */
    Loser losesAgainst(Judged winner) {
        return failure.orElseGet(() -> new Loser(source(), reason(winner), ""));
    }

    private String reason(Judged winner) {
        if (winner.set().guard().onTrial() && winner.source().set().equals(source().set())) {
            return "replaced-on-trial";
        }
        KeySet mine = KeySet.of(set().keySet());
        KeySet better = KeySet.of(winner.set().keySet());
        boolean nearerFamily =
                mine.product() == better.product() && winner.candidate().familyDistance() < candidate.familyDistance();
        if (mine.product() < better.product() || nearerFamily) {
            return "less-specific-product";
        }
        if (mine.machine() < better.machine()) {
            return "less-specific-machine";
        }
        if (mine.operation() < better.operation()) {
            return "less-specific-operation";
        }
        if (!mine.equals(better)) {
            return "lower-precedence";
        }
        return isEqualRank(winner) ? "equal" : "fewer-conditions";
    }
}
