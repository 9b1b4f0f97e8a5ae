package org.keyway.profile.matching;

import java.time.Instant;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.MatchedValue.Loser;
import org.keyway.profile.ParameterSet;

/** Judges the conditions and dates of a set. */
final class Conditions {
    private Conditions() {}

    /** Why the set doesn't cover the case; empty when it does. */
    static Optional<Loser> failure(ParameterSet.Stored stored, ProductIdentity identity, Instant at) {
        ParameterSet set = stored.set();
        boolean effective = set.from().filter(from -> at.isBefore(from)).isEmpty()
                && set.until().filter(until -> !at.isBefore(until)).isEmpty();
        if (!effective) {
            String range = set.from().map(Instant::toString).orElse("") + "/"
                    + set.until().map(Instant::toString).orElse("");
            return Optional.of(new Loser(stored.source(), "not-effective", range));
        }
        for (AttributeCondition condition : set.scope().attributes()) {
            Object value = identity.attributes().get(condition.attribute());
            if (value == null || !condition.holds(value)) {
                String detail = condition.attribute() + "=" + (value == null ? "" : value);
                return Optional.of(new Loser(stored.source(), "attribute", detail));
            }
        }
        return Optional.empty();
    }
}
