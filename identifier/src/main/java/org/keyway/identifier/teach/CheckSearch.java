package org.keyway.identifier.teach;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.scheme.IssueCode;

/** Looks for check characters that hold in every sample. */
final class CheckSearch {
    static final String WHOLE = "code";

    /** Less likely than one in so many to hold by chance: demanded. There are about twenty places and rules to look at. */
    private static final double SURE = 10_000;

    private static final double WORTH_A_WORD = 100;
    private static final int SHORTEST = 4;

    private CheckSearch() {}

    /**
     * A rule that holds.
     *
     * @param over the group, or {@code code}
     * @param odds one in so many sets of samples would show it by chance
     */
    record Found(CheckRule rule, String over, double odds) {
        boolean sure() {
            return odds >= SURE;
        }

        Issue reason() {
            return (sure() ? IssueCode.TEACH_CHECK : IssueCode.TEACH_CHECK_MAYBE)
                    .issue(Map.of("rule", rule.id(), "group", over));
        }
    }

    /** The rule that is least likely to hold by chance. */
    static Optional<Found> best(Map<String, List<String>> values) {
        return values.entrySet().stream()
                .flatMap(place -> Arrays.stream(CheckRule.values())
                        .flatMap(rule -> at(place.getKey(), place.getValue(), rule).stream()))
                .filter(found -> found.odds() >= WORTH_A_WORD)
                .max(Comparator.comparingDouble(Found::odds));
    }

    private static Optional<Found> at(String place, List<String> values, CheckRule rule) {
        boolean holds = values.stream().allMatch(value -> value.length() >= SHORTEST && rule.holds(value));
        double odds = Math.pow(rule.odds(), new HashSet<>(values).size());
        return holds ? Optional.of(new Found(rule, place, odds)) : Optional.empty();
    }
}
