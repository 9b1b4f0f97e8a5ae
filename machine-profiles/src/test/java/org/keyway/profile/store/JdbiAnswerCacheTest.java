package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.AnswerCache.CachedAnswer;
import org.keyway.identifier.resolution.IdentityAnswer;

final class JdbiAnswerCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00.123Z");

    @TempDir
    private Path folder;

    private static CachedAnswer answer(String key, Instant at) {
        IdentityAnswer answer = new IdentityAnswer(
                "part:P150", Map.of("boreClass", "B", "heat", new BigDecimal("12.5"), "coated", true));
        return new CachedAnswer("erp@1", key, answer, Trust.REMOTE, at, at.plusSeconds(60));
    }

    @Test
    void whatIsKeptIsThereUnchangedAfterARestartUntilItIsForgotten() {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        try (Database database = new Database(file)) {
            JdbiAnswerCache cache = new JdbiAnswerCache(database);
            cache.keep(answer("gtin:1\u001D21A", NOW.minusSeconds(5)), 10);
            cache.keep(answer("gtin:1\u001D21A", NOW), 10);
        }
        try (Database database = new Database(file)) {
            JdbiAnswerCache cache = new JdbiAnswerCache(database);
            assertThat(cache.find("erp@1", "gtin:1\u001D21A")).contains(answer("gtin:1\u001D21A", NOW));
            assertThat(cache.find("erp@2", "gtin:1\u001D21A")).isEmpty();
            assertThat(cache.find("erp@1", "gtin:1")).isEmpty();
            cache.forget("erp@1", "gtin:1\u001D21A");
            assertThat(cache.find("erp@1", "gtin:1\u001D21A")).isEmpty();
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        try (Database database = new Database(DatabaseConfiguration.inMemory("answers"))) {
            JdbiAnswerCache cache = new JdbiAnswerCache(database);
            for (int i = 0; i < 200; i++) {
                cache.keep(answer("gtin:" + i, NOW.plusSeconds(i)), 10);
            }
            int kept = database.jdbi()
                    .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM identity_cache")
                            .mapTo(Integer.class)
                            .one());
            assertThat(kept).isBetween(10, 10 + 64);
            assertThat(cache.find("erp@1", "gtin:199")).isPresent();
            assertThat(cache.find("erp@1", "gtin:0")).isEmpty();
        }
    }

    @Test
    void aKeyThatIsTooLongIsNotKept() {
        try (Database database = new Database(DatabaseConfiguration.inMemory("long"))) {
            JdbiAnswerCache cache = new JdbiAnswerCache(database);
            cache.keep(answer("k".repeat(301), NOW), 10);
            assertThat(cache.find("erp@1", "k".repeat(301))).isEmpty();
        }
    }
}
