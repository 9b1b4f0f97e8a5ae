package org.keyway.identifier.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.PatternStore.StoredPattern;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;

/** The patterns at one moment; never changes, a change makes another. */
final class PatternsInForce {
    private final List<LabelPattern> configured;
    private final List<SitePattern> shown = new ArrayList<>();
    private final List<LabelPattern> loaded;
    private final List<IdentifierScheme> schemes;

    private PatternsInForce(List<LabelPattern> configured, List<StoredPattern> stored) {
        this.configured = configured;
        this.loaded = new ArrayList<>(configured);
        configured.forEach(pattern -> shown.add(SitePattern.configured(pattern)));
        stored.forEach(this::add);
        this.schemes = loaded.stream()
                .<IdentifierScheme>map(pattern -> new PatternScheme(pattern, loaded))
                .toList();
    }

    static PatternsInForce of(List<LabelPattern> configured, List<StoredPattern> stored) {
        return new PatternsInForce(configured, stored);
    }

    /** One that has come to clash with the configuration is put aside and shown; the configuration counts. */
    private void add(StoredPattern stored) {
        try {
            LabelPattern pattern = stored.definition().load();
            Optional<Issue> clash = clash(pattern);
            shown.add(clash.map(issue -> SitePattern.outOfForce(stored, issue))
                    .orElseGet(() -> SitePattern.accepted(stored, pattern)));
            if (clash.isEmpty()) {
                loaded.add(pattern);
            }
        } catch (RefusedPatternException e) {
            shown.add(SitePattern.outOfForce(stored, e.issue()));
        }
    }

    private Optional<Issue> clash(LabelPattern pattern) {
        if (isConfigured(pattern.name())) {
            return Optional.of(IssueCode.PATTERN_CONFIGURED.issue(Map.of("pattern", pattern.name())));
        }
        return overlap(pattern, "");
    }

    /** Why a pattern can't be in force beside the others, save the one that it is to replace. */
    Optional<Issue> overlap(LabelPattern pattern, String replaced) {
        return loaded.stream()
                .filter(other -> !other.name().equals(replaced))
                .flatMap(other -> pattern.overlap(other).stream())
                .findFirst();
    }

    boolean isConfigured(String name) {
        return configured.stream().anyMatch(pattern -> pattern.name().equals(name));
    }

    /** A name may be shown twice: once configured and in force, once accepted and put aside. */
    List<SitePattern> shown() {
        return List.copyOf(shown);
    }

    Stream<SitePattern> accepted() {
        return shown.stream().filter(pattern -> pattern.acceptance().isPresent());
    }

    List<IdentifierScheme> schemes() {
        return schemes;
    }
}
