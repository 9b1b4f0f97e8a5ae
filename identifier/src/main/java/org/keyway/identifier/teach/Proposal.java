package org.keyway.identifier.teach;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.CheckRule;

/**
 * A pattern that reads every sample.
 *
 * @param name to be changed at will
 * @param check the check characters that the pattern demands
 * @param checkOver the group that they are over; the whole text when absent
 * @param readings how it reads each sample, in their order
 * @param counterexample a code that it does not read
 * @param reasons why the groups are what they are, and how sure that is
 */
public record Proposal(
        String name,
        String expression,
        Optional<CheckRule> check,
        Optional<String> checkOver,
        List<TaughtReading> readings,
        String counterexample,
        List<Issue> reasons) {
    public Proposal {
        readings = List.copyOf(readings);
        reasons = List.copyOf(reasons);
    }

    /** A sample and what its parts are. */
    public record TaughtReading(String sample, List<Part> parts) {
        public TaughtReading {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What one group says.
     *
     * @param from where it begins in the sample, counted from 0
     * @param to where it ends, exclusive
     */
    public record Part(String group, int from, int to, String value) {}
}
