package org.keyway.identifier.resolution;

import java.time.Clock;
import java.time.Instant;
import org.keyway.identifier.resolution.ResolutionConfiguration.Breaker;

/**
 * Leaves a source alone that keeps failing. Closed, every question passes; after so many failures in a row it opens, and
 * none does; after a pause one is let through, and its outcome closes or opens it again.
 */
final class CircuitBreaker {
    /** Where a breaker stands. */
    enum State {
        CLOSED,
        OPEN,
        HALF_OPEN
    }

    private final Breaker settings;
    private final Clock clock;
    private int failures;
    private boolean trial;
    private Instant tryAgain = Instant.MIN;

    CircuitBreaker(Breaker settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether a question may pass; whoever is let through must say how it went. */
    synchronized boolean admits() {
        State state = state();
        if (state == State.HALF_OPEN && !trial) {
            trial = true;
            return true;
        }
        return state == State.CLOSED;
    }

    synchronized void succeeded() {
        failures = 0;
        trial = false;
    }

    synchronized void failed() {
        failures++;
        trial = false;
        tryAgain = clock.instant().plus(settings.pause());
    }

    synchronized State state() {
        if (failures < settings.failures()) {
            return State.CLOSED;
        }
        return clock.instant().isBefore(tryAgain) ? State.OPEN : State.HALF_OPEN;
    }

    synchronized int failures() {
        return failures;
    }
}
