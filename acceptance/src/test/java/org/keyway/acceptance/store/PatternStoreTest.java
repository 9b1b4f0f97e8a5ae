package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.PatternExample;
import org.keyway.identifier.pattern.PatternStore;
import org.keyway.identifier.pattern.PatternStore.StoredPattern;
import org.keyway.profile.store.DatabaseConfiguration;

/** Accepted label patterns, on each database. */
@EachDatabase
final class PatternStoreTest {
    private static final Instant AT = Instant.parse("2026-11-25T08:00:00.123Z");
    private static final PatternDefinition FULL = new PatternDraft("full", "(?<mat>[A-Z'\"气]+)-(?<nr>[0-9]{4})")
            .key("plain")
            .priority(3)
            .stations(Set.of("ST-10", "ST-20"))
            .symbologies(Set.of("]d"))
            .roles(Map.of("mat", "product", "nr", "serial"))
            .check(CheckRule.MOD10)
            .checkOver("nr")
            .caseFold(true)
            .maxLength(20)
            .example(new PatternExample("AB-1236", Map.of("mat", "AB")))
            .counterexample("AB-12")
            .load()
            .definition();

    private final DatabaseConfiguration configuration;
    private House house;

    PatternStoreTest(DatabaseKind kind) {
        configuration = kind.fresh();
        house = new House(configuration);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private PatternStore store() {
        return house.part(PatternStore.class);
    }

    @Test
    void aPatternComesBackWholeAfterARestart() {
        StoredPattern pattern = new StoredPattern(FULL, 7, AT);
        assertThat(store().create(pattern)).isTrue();

        house.close();
        house = new House(configuration);

        assertThat(store().all()).containsExactly(pattern);
    }

    @Test
    void onlyTheVersionThatIsNamedIsChanged() {
        assertThat(store().create(new StoredPattern(FULL, 7, AT))).isTrue();
        assertThat(store().create(new StoredPattern(FULL, 8, AT))).isFalse();
        assertThat(store().replace(new StoredPattern(FULL, 9, AT), 6)).isFalse();
        assertThat(store().remove("full", 6)).isFalse();
        assertThat(store().remove("other", 7)).isFalse();
        assertThat(store().all()).containsExactly(new StoredPattern(FULL, 7, AT));

        assertThat(store().replace(new StoredPattern(FULL, 9, AT.plusMillis(1)), 7))
                .isTrue();
        assertThat(store().all()).containsExactly(new StoredPattern(FULL, 9, AT.plusMillis(1)));
        assertThat(store().remove("full", 9)).isTrue();
        assertThat(store().all()).isEmpty();
    }
}
