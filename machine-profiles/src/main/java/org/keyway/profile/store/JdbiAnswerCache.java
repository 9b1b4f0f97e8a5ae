package org.keyway.profile.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.AnswerCache;
import org.keyway.identifier.resolution.IdentityAnswer;

/** Answers of services in the database; the oldest go when there are too many, which is looked at every so often. */
@Singleton
public final class JdbiAnswerCache implements AnswerCache {
    private static final int KEPT_BETWEEN_LOOKS = 64;

    private final Database database;
    private final WorkshopJson json = new WorkshopJson();
    private final AtomicInteger kept = new AtomicInteger();

    @Inject
    JdbiAnswerCache(Database database) {
        this.database = database;
    }

    @Override
    public Optional<CachedAnswer> find(String source, String key) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                SELECT trust, document, fetched_at, expires_at FROM identity_cache
                WHERE source = ? AND identifier = ?""")
                        .bind(0, source)
                        .bind(1, key)
                        .map((row, context) -> new CachedAnswer(
                                source,
                                key,
                                json.read(row.getString("document"), IdentityAnswer.class),
                                Trust.valueOf(row.getString("trust")),
                                row.getObject("fetched_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getObject("expires_at", OffsetDateTime.class)
                                        .toInstant()))
                        .findOne());
    }

    @Override
    public void keep(CachedAnswer answer, int most) {
        if (database.isReadOnly() || answer.key().length() > LONGEST_KEY) {
            return;
        }
        database.jdbi().useTransaction(handle -> {
            delete(handle, answer.source(), answer.key());
            handle.execute(
                    """
                    INSERT INTO identity_cache (source, identifier, trust, document, fetched_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?)""",
                    answer.source(),
                    answer.key(),
                    answer.trust().name(),
                    json.write(answer.answer()),
                    at(answer.fetchedAt()),
                    at(answer.expiresAt()));
            if (kept.getAndIncrement() % KEPT_BETWEEN_LOOKS == 0) {
                dropOldest(handle, most);
            }
        });
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static void dropOldest(Handle handle, int most) {
        handle.execute("""
                DELETE FROM identity_cache WHERE fetched_at <= (
                    SELECT fetched_at FROM identity_cache
                    ORDER BY fetched_at DESC OFFSET ? ROWS FETCH NEXT 1 ROWS ONLY)""", most);
    }

    @Override
    public void forget(String source, String key) {
        if (!database.isReadOnly()) {
            database.jdbi().useHandle(handle -> delete(handle, source, key));
        }
    }

    private static void delete(Handle handle, String source, String key) {
        handle.execute("DELETE FROM identity_cache WHERE source = ? AND identifier = ?", source, key);
    }
}
