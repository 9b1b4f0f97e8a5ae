package org.keyway.identifier.teach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.PatternExample;

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

    /** The pattern as it is to be written down: the samples are its test codes. */
    public PatternDefinition definition() {
        PatternDraft draft = new PatternDraft(name, expression);
        check.ifPresent(draft::check);
        checkOver.ifPresent(draft::checkOver);
        readings.forEach(reading -> draft.example(new PatternExample(reading.sample(), reading.groups())));
        return draft.counterexample(counterexample).definition();
    }

    /** A sample and what its parts are. */
    public record TaughtReading(String sample, List<Part> parts) {
        public TaughtReading {
            parts = List.copyOf(parts);
        }

        Map<String, String> groups() {
            Map<String, String> groups = new LinkedHashMap<>();
            parts.forEach(part -> groups.put(part.group(), part.value()));
            return groups;
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
