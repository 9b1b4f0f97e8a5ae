package org.keyway.profile.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.profile.MatchResult;

/**
 * What can be said of a case beyond its match.
 *
 * @param result the match; empty when it is plain to see that there is one, and nobody asked for it
 * @param covered whether any set covers it
 * @param next when a date of a set that it is found by begins or ends; the verdict holds until then
 * @param lostAt when a case that is matched will be so no longer, if the sets stay as they are
 * @param counted whether the verdict may change with the next part, since a set's number of parts is limited
 * @param open attributes that sets have conditions on and the case says nothing of
 */
public record CaseVerdict(
        Optional<MatchResult> result,
        boolean covered,
        Optional<Instant> next,
        Optional<Instant> lostAt,
        boolean counted,
        List<String> open) {
    /** Whether every required parameter has a value. */
    public boolean isMatched() {
        return result.map(MatchResult.Matched.class::isInstance).orElse(true);
    }

    CaseVerdict lostAt(Optional<Instant> date) {
        return new CaseVerdict(result, covered, next, date, counted, open);
    }
}
