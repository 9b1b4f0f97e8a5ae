package org.keyway.identifier.pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.pattern.PatternStore.StoredPattern;
import org.keyway.identifier.pattern.SitePattern.Acceptance;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The patterns of the site: those of the configuration, and those accepted while labels are read. A change is in force for
 * every label read after its method has returned. Safe for use by several threads; readers do not wait for writers.
 */
@Singleton
public final class LabelPatterns {
    /** No more patterns can be accepted; each is asked about nearly every label. */
    public static final int MOST_ACCEPTED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(LabelPatterns.class);

    private final List<LabelPattern> configured;
    private final PatternStore store;
    private final Clock clock;
    private volatile PatternsInForce current;

    @Inject
    public LabelPatterns(IdentifierConfiguration configuration, PatternStore store, Clock clock) {
        this.configured = configuration.patterns();
        this.store = store;
        this.clock = clock;
        this.current = PatternsInForce.of(configured, store.all());
        current.accepted()
                .forEach(pattern -> pattern.fault()
                        .ifPresent(fault -> LOG.warn(
                                "accepted pattern {} is out of force: {} {}",
                                pattern.name(),
                                fault.code(),
                                fault.message().en())));
        store.onForeignChange(this::refresh);
    }

    /** The schemes of the patterns in force; one volatile read. */
    public List<IdentifierScheme> schemes() {
        return current.schemes();
    }

    /** Every pattern, those of the configuration first. */
    public List<SitePattern> all() {
        return current.shown();
    }

    /** The pattern of a name; the configured one where an accepted one of the same name was put aside. */
    public Optional<SitePattern> named(String name) {
        return current.shown().stream()
                .filter(pattern -> pattern.name().equals(name))
                .findFirst();
    }

    /** The version of an accepted pattern, be it in force or put aside. */
    public Optional<Long> version(String name) {
        return current.accepted()
                .filter(pattern -> pattern.name().equals(name))
                .flatMap(pattern -> pattern.acceptance().stream())
                .map(Acceptance::version)
                .findFirst();
    }

    /** Accepts a pattern whose name no accepted pattern has. */
    public synchronized PatternChange create(PatternDefinition definition) {
        refresh();
        if (!current.isConfigured(definition.name()) && current.accepted().count() >= MOST_ACCEPTED) {
            return new PatternChange.Full();
        }
        return accept(definition, pattern(definition, 0), store::create);
    }

    /** Accepts a pattern in place of a version of it. */
    public synchronized PatternChange replace(PatternDefinition definition, long former) {
        refresh();
        boolean seen = version(definition.name()).filter(kept -> kept == former).isPresent();
        return seen || current.isConfigured(definition.name())
                ? accept(definition, pattern(definition, former), pattern -> store.replace(pattern, former))
                : new PatternChange.Overtaken();
    }

    /** The time is the version, so that a pattern withdrawn and accepted anew is not taken for the former one. */
    private StoredPattern pattern(PatternDefinition definition, long former) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new StoredPattern(definition, Math.max(now.toEpochMilli(), former + 1), now);
    }

    private PatternChange accept(PatternDefinition definition, StoredPattern stored, Predicate<StoredPattern> keep) {
        if (current.isConfigured(definition.name())) {
            return new PatternChange.Configured();
        }
        Optional<Issue> flaw = flaw(definition);
        if (flaw.isPresent()) {
            return new PatternChange.Refused(flaw.get());
        }
        boolean kept = keep.test(stored);
        refresh();
        return kept
                ? named(definition.name())
                        .<PatternChange>map(PatternChange.Accepted::new)
                        .orElseThrow()
                : new PatternChange.Overtaken();
    }

    private Optional<Issue> flaw(PatternDefinition definition) {
        try {
            return current.overlap(definition.load(), definition.name());
        } catch (RefusedPatternException e) {
            return Optional.of(e.issue());
        }
    }

    /** Withdraws a version of an accepted pattern. */
    public synchronized PatternChange withdraw(String name, long version) {
        boolean removed = store.remove(name, version);
        refresh();
        if (removed) {
            return new PatternChange.Withdrawn();
        }
        return current.isConfigured(name) ? new PatternChange.Configured() : new PatternChange.Overtaken();
    }

    /** Also brings in what another process with the same store has accepted. */
    private synchronized void refresh() {
        current = PatternsInForce.of(configured, store.all());
    }
}
