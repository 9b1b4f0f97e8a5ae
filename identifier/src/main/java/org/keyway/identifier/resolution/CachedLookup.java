package org.keyway.identifier.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keyway.identifier.Provenance;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.AnswerCache.CachedAnswer;
import org.keyway.identifier.resolution.signature.SignatureVerdict;
import org.keyway.identifier.resolution.source.Deadline;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SourceAnswer;
import org.keyway.identifier.resolution.source.SourceAnswer.Failed;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a source where what it said before doesn't hold any more, and falls back on that when it doesn't answer. */
final class CachedLookup {
    private static final Logger LOG = LoggerFactory.getLogger(CachedLookup.class);

    private final AnswerCache cache;
    private final RecentMisses misses;
    private final ResolutionConfiguration.Times times;
    private final int cacheSize;
    private final Clock clock;

    CachedLookup(AnswerCache cache, ResolutionConfiguration configuration, Clock clock) {
        this.cache = cache;
        this.times = configuration.times();
        this.cacheSize = configuration.cacheSize();
        this.clock = clock;
        this.misses = new RecentMisses(times.unknown(), clock);
    }

    Lookup look(Source source, Question question, Deadline deadline) {
        String key = question.canonical();
        Optional<CachedAnswer> before = cached(source, key);
        if (before.isPresent() && clock.instant().isBefore(before.get().expiresAt())) {
            CachedAnswer answer = before.get();
            return new Lookup.Known(answer.answer(), Provenance.of(answer.trust(), source.name(), answer.fetchedAt()));
        }
        if (misses.contains(source.name() + key)) {
            return new Lookup.NotKnown();
        }
        SourceAnswer answer = source.ask(question, deadline);
        if (answer instanceof SourceAnswer.Found found) {
            return known(source, key, found)
                    .orElseGet(() -> fallBack(
                            source, before, new Failed(Failure.UNUSABLE, "the answer does not name a product")));
        }
        if (answer instanceof Failed failed && failed.failure().isOfSignature()) {
            return new Lookup.Unavailable(failed);
        }
        if (answer instanceof Failed failed) {
            return fallBack(source, before, failed);
        }
        misses.add(source.name() + key);
        before.ifPresent(withdrawn -> guarded(() -> cache.forget(source.fingerprint(), key)));
        return new Lookup.NotKnown();
    }

    private Optional<Lookup> known(Source source, String key, SourceAnswer.Found found) {
        Optional<IdentityAnswer> answer = source.mapping().read(found.content());
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Duration holds = holds(found, now);
        if (holds.compareTo(Duration.ZERO) > 0) {
            CachedAnswer kept = new CachedAnswer(
                    source.fingerprint(), key, answer.get(), source.trust(found), now, now.plus(holds));
            guarded(() -> cache.keep(kept, cacheSize));
        }
        return Optional.of(new Lookup.Known(answer.get(), Provenance.of(source.trust(found), source.name(), now)));
    }

    /** As long as is configured, as the service says, and as its signature is valid, whichever is the shortest. */
    private Duration holds(SourceAnswer.Found found, Instant now) {
        Duration holds = found.timeToLive()
                .filter(given -> given.compareTo(times.known()) < 0)
                .orElse(times.known());
        if (found.signature() instanceof SignatureVerdict.Valid valid) {
            Duration signed = Duration.between(now, valid.until());
            return signed.compareTo(holds) < 0 ? signed : holds;
        }
        return holds;
    }

    private Lookup fallBack(Source source, Optional<CachedAnswer> before, Failed why) {
        return before.filter(
                        answer -> clock.instant().isBefore(answer.expiresAt().plus(times.stale())))
                .<Lookup>map(answer -> new Lookup.Stale(
                        answer.answer(), Provenance.of(Trust.CACHED_STALE, source.name(), answer.fetchedAt())))
                .orElseGet(() -> new Lookup.Unavailable(why));
    }

    private Optional<CachedAnswer> cached(Source source, String key) {
        try {
            return key.length() > AnswerCache.LONGEST_KEY ? Optional.empty() : cache.find(source.fingerprint(), key);
        } catch (RuntimeException e) {
            LOG.warn("answers that were kept can't be read", e);
            return Optional.empty();
        }
    }

    /** A cache that fails makes things slower, not wrong. */
    private static void guarded(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.warn("answers can't be kept", e);
        }
    }
}
