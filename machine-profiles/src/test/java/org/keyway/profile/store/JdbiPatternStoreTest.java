package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.PatternDefinition;
import org.keyway.identifier.pattern.PatternDraft;
import org.keyway.identifier.pattern.PatternExample;
import org.keyway.identifier.pattern.PatternStore.StoredPattern;

final class JdbiPatternStoreTest {
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

    @TempDir
    private Path folder;

    @Test
    void aPatternComesBackWholeAfterARestart() {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        StoredPattern pattern = new StoredPattern(FULL, 7, AT);
        try (Database database = new Database(file)) {
            assertThat(store(database).create(pattern)).isTrue();
        }
        try (Database database = new Database(file)) {
            assertThat(store(database).all()).containsExactly(pattern);
        }
    }

    @Test
    void onlyTheVersionThatIsNamedIsChanged() {
        try (Database database = new Database(DatabaseConfiguration.inMemory("patterns"))) {
            JdbiPatternStore store = store(database);
            assertThat(store.create(new StoredPattern(FULL, 7, AT))).isTrue();
            assertThat(store.create(new StoredPattern(FULL, 8, AT))).isFalse();
            assertThat(store.replace(new StoredPattern(FULL, 9, AT), 6)).isFalse();
            assertThat(store.remove("full", 6)).isFalse();
            assertThat(store.remove("other", 7)).isFalse();
            assertThat(store.all()).containsExactly(new StoredPattern(FULL, 7, AT));

            assertThat(store.replace(new StoredPattern(FULL, 9, AT.plusMillis(1)), 7))
                    .isTrue();
            assertThat(store.all()).containsExactly(new StoredPattern(FULL, 9, AT.plusMillis(1)));
            assertThat(store.remove("full", 9)).isTrue();
            assertThat(store.all()).isEmpty();
        }
    }

    private static JdbiPatternStore store(Database database) {
        return new JdbiPatternStore(database, new ChangeNotices(database, Clock.systemUTC()));
    }
}
