package org.keyway.job.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All accounts, at hand without asking the database each time: what another process changes counts after five seconds at the
 * latest. While the database can't be read the accounts are those that were read last.
 */
@Singleton
public final class AccountDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(AccountDirectory.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final AccountStore store;
    private final Clock clock;
    private volatile Known known = new Known(Instant.MIN, Map.of(), Map.of(), Map.of());

    private record Known(
            Instant read,
            Map<String, Account> byName,
            Map<String, Account> byCertificate,
            Map<String, Account> byApplication) {
        boolean isFresh(Instant now) {
            return !read.equals(Instant.MIN) && now.isBefore(read.plus(FRESH));
        }

        Known asOf(Instant other) {
            return new Known(other, byName, byCertificate, byApplication);
        }
    }

    @Inject
    public AccountDirectory(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The account of a name. */
    public Optional<Account> named(String name) {
        return Optional.ofNullable(current().byName().get(name));
    }

    /** The account that a certificate proves; its SHA-256 thumbprint in lower case. */
    public Optional<Account> ofCertificate(String thumbprint) {
        return Optional.ofNullable(current().byCertificate().get(thumbprint));
    }

    /** The account that an application is. */
    public Optional<Account> ofApplication(String uri) {
        return Optional.ofNullable(current().byApplication().get(uri));
    }

    /** Reads again when next asked. */
    void forget() {
        known = known.asOf(Instant.MIN);
    }

    private Known current() {
        Known last = known;
        Instant now = clock.instant();
        return last.isFresh(now) ? last : read(now);
    }

    private synchronized Known read(Instant now) {
        if (known.isFresh(now)) {
            return known;
        }
        try {
            known = indexed(now);
        } catch (RuntimeException unreadable) {
            LOG.warn("the accounts can't be read; those read last count on", unreadable);
            known = known.asOf(now);
        }
        return known;
    }

    private Known indexed(Instant now) {
        Map<String, Account> names = new HashMap<>();
        Map<String, Account> certificates = new HashMap<>();
        Map<String, Account> applications = new HashMap<>();
        for (Account account : store.all()) {
            names.put(account.name(), account);
            account.certificate().ifPresent(thumbprint -> certificates.put(thumbprint, account));
            account.application().ifPresent(uri -> applications.put(uri, account));
        }
        return new Known(now, names, certificates, applications);
    }
}
