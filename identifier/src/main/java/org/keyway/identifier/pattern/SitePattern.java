package org.keyway.identifier.pattern;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Issue;

/**
 * A pattern of the site.
 *
 * @param acceptance when it was accepted; absent when it stands in the configuration file, where alone it can be changed
 * @param readings what it reads of each of its examples; none when it is out of force
 * @param fault why it is out of force, though accepted: the configuration has changed since
 */
public record SitePattern(
        PatternDefinition definition,
        Optional<Acceptance> acceptance,
        List<PatternExample> readings,
        Optional<Issue> fault) {
    public SitePattern {
        readings = List.copyOf(readings);
    }

    /**
     * The acceptance of a pattern.
     *
     * @param version to be named by whoever changes it
     */
    public record Acceptance(long version, Instant at) {}

    static SitePattern configured(LabelPattern pattern) {
        return new SitePattern(pattern.definition(), Optional.empty(), pattern.readings(), Optional.empty());
    }

    static SitePattern accepted(PatternStore.StoredPattern stored, LabelPattern pattern) {
        return new SitePattern(
                stored.definition(), Optional.of(acceptance(stored)), pattern.readings(), Optional.empty());
    }

    static SitePattern outOfForce(PatternStore.StoredPattern stored, Issue fault) {
        return new SitePattern(stored.definition(), Optional.of(acceptance(stored)), List.of(), Optional.of(fault));
    }

    private static Acceptance acceptance(PatternStore.StoredPattern stored) {
        return new Acceptance(stored.version(), stored.at());
    }

    /** The name under which it is asked for. */
    public String name() {
        return definition.name();
    }
}
