package org.keyway.job.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets people in by name and password. How long an answer takes tells neither whether there is such a name nor how much of
 * the password was right.
 */
@Singleton
public final class SignIn {
    /** How long a password may be, in characters. */
    public static final int LONGEST_PASSWORD = 256;

    static final int LONGEST_NAME = 64;
    /** Each takes 19 MiB and all of a core. */
    private static final int AT_ONCE = 2;

    private static final int FREE = 5;
    private static final int FREE_OVER_NAMES = 20;

    private static final int PATIENCE_SECONDS = 5;

    /** Compared with where there is none, as costly as any; random digits, of no password that anybody knows. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$WIwstkT6mSYL00zrRP+Bnw$GLLnH9658MvYr+qqVnqENjpV+YNkE8zIpCUkNmescyI";

    private final AccountStore store;
    private final LockOut lockOut;
    private final LockOut places;
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final PasswordHash nobodys = PasswordHash.parse(NOBODYS).orElseThrow();

    /** What came of it. */
    public sealed interface Outcome {
        /** He is who he says. */
        record Accepted(Account account) implements Outcome {}

        /** No such name, or another password; nobody is told which. */
        record Refused() implements Outcome {}

        /** Too many wrong passwords; nothing was looked at. */
        record Closed(Instant until) implements Outcome {}

        /** Too many at once; nothing was looked at. */
        record Busy() implements Outcome {}
    }

    @Inject
    public SignIn(AccountStore store, Clock clock) {
        this.store = store;
        this.lockOut = new LockOut(FREE, clock);
        this.places = new LockOut(FREE_OVER_NAMES, clock);
    }

    /** Tries a name with a password; either may be anything. */
    public Outcome with(String name, String password) {
        return with(name, password, "");
    }

    /**
     * The same from somewhere.
     *
     * @param from what proves where it comes from, such as the thumbprint of a trusted application: whoever guesses there
     *     closes the name for himself and not for others, and by many names the whole place; empty if nothing does
     */
    public Outcome with(String name, String password, String from) {
        if (name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD) {
            return new Outcome.Refused();
        }
        Optional<Instant> closed = lockOut.closedUntil(tried(name, from)).or(() -> places.closedUntil(from));
        if (closed.isPresent()) {
            return new Outcome.Closed(closed.get());
        }
        try {
            return hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    ? compared(name, password, from)
                    : new Outcome.Busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Busy();
        }
    }

    private Outcome compared(String name, String password, String from) {
        try {
            Optional<AccountStore.Kept> kept = store.find(name);
            Optional<PasswordHash> hash =
                    kept.flatMap(AccountStore.Kept::password).flatMap(PasswordHash::parse);
            boolean right = hash.orElse(nobodys).matches(password);
            if (kept.isPresent() && hash.isPresent() && right) {
                lockOut.succeeded(tried(name, from));
                places.succeeded(from);
                return new Outcome.Accepted(kept.get().account());
            }
            failed(name, from);
            return new Outcome.Refused();
        } finally {
            hashing.release();
        }
    }

    private static String tried(String name, String from) {
        return from + '\n' + name;
    }

    /** A name that is closed says no more of its place: one client with an old password would close it for all others there. */
    private void failed(String name, String from) {
        boolean closed = lockOut.failed(tried(name, from));
        if (!closed && !from.isEmpty()) {
            places.failed(from);
        }
    }
}
