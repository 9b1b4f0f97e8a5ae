package org.keyway.identifier.resolution;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.SourceBoard.SourceStatus;
import org.keyway.identifier.resolution.signature.SignatureVerdict;
import org.keyway.identifier.resolution.source.AllowedHosts;
import org.keyway.identifier.resolution.source.Deadline;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SourceAnswer;
import org.keyway.identifier.resolution.source.SourceAnswer.Failed;
import org.keyway.identifier.resolution.source.SourceAnswer.Failure;
import org.keyway.identifier.resolution.source.SourceClient;
import org.keyway.identifier.resolution.source.SourceConfiguration;
import org.keyway.identifier.resolution.source.SourceProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One service with its breaker: asked at most twice about a scan, and not at all while it keeps failing. */
final class Source {
    private static final Logger LOG = LoggerFactory.getLogger(Source.class);

    private final SourceConfiguration configuration;
    private final SourceProtocol protocol;
    private final SourceClient client;
    private final CircuitBreaker breaker;
    private final Duration retryPause;
    private final Clock clock;
    private final String fingerprint;
    private volatile @Nullable LastFailure lastFailure;

    private record LastFailure(Instant at, String reason) {}

    Source(
            SourceConfiguration configuration,
            SourceProtocol protocol,
            ResolutionConfiguration resolution,
            Clock clock) {
        this.configuration = configuration;
        this.protocol = protocol;
        this.client = new SourceClient(
                configuration,
                AllowedHosts.of(resolution.hosts()),
                resolution.times().connect(),
                clock);
        this.breaker = new CircuitBreaker(resolution.breaker(), clock);
        this.retryPause = resolution.times().retryPause();
        this.clock = clock;
        this.fingerprint = configuration.fingerprint();
    }

    String name() {
        return configuration.name();
    }

    /** What its answers are kept under; differs when they must be read anew. */
    String fingerprint() {
        return fingerprint;
    }

    Set<String> kinds() {
        return configuration.kinds().isEmpty() ? protocol.kinds() : configuration.kinds();
    }

    Question.Level level() {
        return configuration.level();
    }

    AnswerMapping mapping() {
        return new AnswerMapping(configuration);
    }

    /** What a fresh answer of this source is worth: its own signature counts more than the connection it came over. */
    Trust trust(SourceAnswer.Found answer) {
        if (answer.signature() instanceof SignatureVerdict.Absent) {
            return configuration.certificate().isPresent() ? Trust.SIGNED_REMOTE : Trust.REMOTE;
        }
        return answer.signature() instanceof SignatureVerdict.Valid ? Trust.SIGNED_REMOTE : Trust.REMOTE;
    }

    SourceAnswer ask(Question question, Deadline deadline) {
        if (!breaker.admits()) {
            return new Failed(Failure.UNREACHABLE, "left alone after failures");
        }
        SourceAnswer answer = demanded(askTwice(question, deadline));
        if (answer instanceof Failed failed) {
            lastFailure = new LastFailure(clock.instant(), failed.reason());
            LOG.warn("source {} was asked about a {} and failed: {}", name(), question.kind(), failed.reason());
        }
        if (answer instanceof Failed failed && failed.failure().isOutage()) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
        return answer;
    }

    /** The answer; refused where a signature is demanded and the answer's own proves nothing. */
    private SourceAnswer demanded(SourceAnswer answer) {
        boolean demanded = configuration.signatures().demanded()
                && !configuration.signatures().signers().isEmpty();
        if (!demanded || !(answer instanceof SourceAnswer.Found found)) {
            return answer;
        }
        if (found.signature() instanceof SignatureVerdict.Invalid invalid) {
            return new Failed(failure(invalid.fault()), invalid.reason());
        }
        return found.signature() instanceof SignatureVerdict.Valid ? found : new Failed(Failure.UNSIGNED, "not signed");
    }

    private static Failure failure(SignatureVerdict.Fault fault) {
        return switch (fault) {
            case BROKEN -> Failure.SIGNATURE_BROKEN;
            case OUT_OF_TIME -> Failure.SIGNATURE_OUT_OF_TIME;
            case UNKNOWN_SIGNER -> Failure.SIGNER_UNKNOWN;
        };
    }

    private SourceAnswer askTwice(Question question, Deadline deadline) {
        SourceAnswer first = askOnce(question, deadline);
        boolean again = first instanceof Failed failed && failed.failure().isPassing();
        return again && deadline.leaves(retryPause) && rested() ? askOnce(question, deadline) : first;
    }

    /** A plug-in that throws counts as a service that answers nonsense. */
    private SourceAnswer askOnce(Question question, Deadline deadline) {
        try {
            return protocol.ask(question, client, deadline);
        } catch (RuntimeException e) {
            LOG.error("source {} failed", name(), e);
            return new Failed(Failure.UNUSABLE, e.getClass().getSimpleName());
        } catch (Error e) {
            breaker.failed();
            throw e;
        }
    }

    private boolean rested() {
        try {
            TimeUnit.NANOSECONDS.sleep(retryPause.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    SourceStatus status() {
        Optional<LastFailure> failure = Optional.ofNullable(lastFailure);
        return new SourceStatus(
                name(),
                configuration.type(),
                breaker.state().name(),
                breaker.failures(),
                failure.map(LastFailure::at),
                failure.map(LastFailure::reason));
    }
}
