package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.AnswerCache;
import org.keyway.identifier.resolution.AnswerCache.CachedAnswer;
import org.keyway.identifier.resolution.IdentityAnswer;
import org.keyway.profile.store.DatabaseConfiguration;

@EachDatabase
final class AnswerCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00.123Z");

    private final DatabaseConfiguration configuration;

    AnswerCacheTest(DatabaseKind kind) {
        configuration = kind.fresh();
    }

    private static CachedAnswer answer(String key, Instant at) {
        IdentityAnswer answer = new IdentityAnswer(
                "part:P150", Map.of("boreClass", "B", "heat", new BigDecimal("12.5"), "coated", true));
        return new CachedAnswer("erp@1", key, answer, Trust.REMOTE, at, at.plusSeconds(60));
    }

    @Test
    void whatIsKeptIsThereUnchangedAfterARestartUntilItIsForgotten() {
        try (House house = new House(configuration)) {
            AnswerCache cache = house.part(AnswerCache.class);
            cache.keep(answer("gtin:1\u001D21A", NOW.minusSeconds(5)), 10);
            cache.keep(answer("gtin:1\u001D21A", NOW), 10);
        }
        try (House house = new House(configuration)) {
            AnswerCache cache = house.part(AnswerCache.class);
            assertThat(cache.find("erp@1", "gtin:1\u001D21A")).contains(answer("gtin:1\u001D21A", NOW));
            assertThat(cache.find("erp@2", "gtin:1\u001D21A")).isEmpty();
            assertThat(cache.find("erp@1", "gtin:1")).isEmpty();
            cache.forget("erp@1", "gtin:1\u001D21A");
            assertThat(cache.find("erp@1", "gtin:1\u001D21A")).isEmpty();
        }
    }

    @Test
    void theOldestGoWhenThereAreTooMany() {
        try (House house = new House(configuration)) {
            AnswerCache cache = house.part(AnswerCache.class);
            for (int i = 0; i < 200; i++) {
                cache.keep(answer("gtin:" + i, NOW.plusSeconds(i)), 10);
            }
            int kept = house.database()
                    .jdbi()
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
        try (House house = new House(configuration)) {
            AnswerCache cache = house.part(AnswerCache.class);
            cache.keep(answer("k".repeat(301), NOW), 10);
            assertThat(cache.find("erp@1", "k".repeat(301))).isEmpty();
        }
    }
}
