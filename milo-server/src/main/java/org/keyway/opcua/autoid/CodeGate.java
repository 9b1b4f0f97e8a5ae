package org.keyway.opcua.autoid;

import java.time.Clock;

/**
 * Keeps a reader gone mad from drowning the desk: {@value #PER_SECOND} codes a second pass, and {@value #AT_ONCE} at once
 * after a pause.
 */
final class CodeGate {
    static final int PER_SECOND = 10;
    static final int AT_ONCE = 20;

    private static final long MILLIS_EACH = 1000 / PER_SECOND;

    private final Clock clock;
    private long room = AT_ONCE * MILLIS_EACH;
    private long seen;

    CodeGate(Clock clock) {
        this.clock = clock;
        this.seen = clock.millis();
    }

    /** Whether a code may pass now. */
    synchronized boolean pass() {
        long now = clock.millis();
        room = Math.min(AT_ONCE * MILLIS_EACH, room + Math.max(0, now - seen));
        seen = now;
        if (room < MILLIS_EACH) {
            return false;
        }
        room -= MILLIS_EACH;
        return true;
    }
}
