package org.keyway.profile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest {
    @Test
    void aDatabaseInMemoryIsSharedByNameAndGoneWithItsLastUser() {
        DatabaseConfiguration memory =
                DatabaseConfiguration.inMemory(UUID.randomUUID().toString());
        try (Database first = new Database(memory);
                Database second = new Database(memory)) {
            first.jdbi().useHandle(handle -> handle.execute("CREATE TABLE mark (id INT)"));
            int inserted = second.jdbi().withHandle(handle -> handle.execute("INSERT INTO mark VALUES (1)"));
            assertThat(inserted).isEqualTo(1);
        }
        try (Database later = new Database(memory)) {
            int marks = later.jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'MARK'")
                            .mapTo(Integer.class)
                            .one());
            assertThat(marks).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a;INIT=RUNSCRIPT FROM 'x'", "a b", "../a"})
    void aNameThatWouldSayMoreIsRefused(String name) {
        assertThatThrownBy(() -> DatabaseConfiguration.inMemory(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
