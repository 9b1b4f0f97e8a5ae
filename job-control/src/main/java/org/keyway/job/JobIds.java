package org.keyway.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Ids that sort by the time they were given: 48 bits of milliseconds and 80 random bits in Crockford's base 32 (ULID). */
@Singleton
public final class JobIds {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_DIGITS = 10;
    private static final int RANDOM_DIGITS = 16;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final byte[] tail = new byte[RANDOM_DIGITS];
    private long last;

    @Inject
    JobIds(Clock clock) {
        this.clock = clock;
    }

    /** A new id, greater than every one given before by this process. */
    public synchronized String next() {
        long now = Math.max(clock.millis(), last);
        if (now > last) {
            last = now;
            random.nextBytes(tail);
            for (int i = 0; i < tail.length; i++) {
                tail[i] &= 31;
            }
            tail[0] &= 15;
        } else {
            increment();
        }
        char[] id = new char[TIME_DIGITS + RANDOM_DIGITS];
        for (int i = TIME_DIGITS - 1; i >= 0; i--) {
            id[i] = DIGITS[(int) (now & 31)];
            now >>>= 5;
        }
        for (int i = 0; i < RANDOM_DIGITS; i++) {
            id[TIME_DIGITS + i] = DIGITS[tail[i]];
        }
        return new String(id);
    }

    private void increment() {
        for (int i = tail.length - 1; i >= 0; i--) {
            tail[i] = (byte) ((tail[i] + 1) & 31);
            if (tail[i] != 0) {
                return;
            }
        }
    }
}
