package org.keyway.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.profile.ReleasedSet.Canary;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.store.DatabaseConfiguration;

/** Sets over restarts, from older files, and under several hands at once. */
final class LifeStorageTest {
    private static final Change ANN = new Change("Ann", "faster");
    private static final Change BOB = new Change("Bob", "looks right");
    private static final int HANDS = 8;

    private static LifeWorkshop open(DatabaseConfiguration database) {
        return new LifeWorkshop(ReleasePolicy.DEFAULT, database);
    }

    private static VersionRecord submitted(LifeWorkshop workshop, int speed) {
        VersionRecord draft = LifeWorkshop.done(workshop.life().create(LifeWorkshop.set("S", speed), ANN));
        return LifeWorkshop.done(workshop.life().submit(LifeWorkshop.seen(draft), ANN));
    }

    private static VersionRecord released(LifeWorkshop workshop, int speed) {
        return LifeWorkshop.done(workshop.life().release(LifeWorkshop.seen(submitted(workshop, speed)), BOB));
    }

    @Test
    void aScheduleWhoseTimeCameWhileNothingRanIsInForceAfterTheStart(@TempDir Path folder) {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        Instant at = LifeWorkshop.NOW.plus(Duration.ofHours(1));
        VersionRecord scheduled;
        try (LifeWorkshop before = open(file)) {
            released(before, 8000);
            scheduled = LifeWorkshop.done(before.life().schedule(LifeWorkshop.seen(submitted(before, 9000)), at, BOB));
        }
        try (LifeWorkshop after = open(file)) {
            assertThat(after.version(scheduled)).isEqualTo(scheduled);
            assertThat(after.speedAt(at.minusMillis(1))).contains("8000");
            assertThat(after.speedAt(at)).contains("9000");
            after.setTime(at.plusSeconds(60));
            assertThat(after.life().releaseDue()).isEqualTo(1);
            assertThat(after.speed()).contains("9000");
            assertThat(after.states("S")).containsExactly(LifeState.RELEASED, LifeState.RETIRED);
            assertThat(after.audit().verify(Optional.empty())).isInstanceOf(AuditVerdict.Intact.class);
        }
    }

    @Test
    void aTrialGoesOnAfterARestart(@TempDir Path folder) {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        try (LifeWorkshop before = open(file)) {
            released(before, 8000);
            LifeWorkshop.done(
                    before.life().startTrial(LifeWorkshop.seen(submitted(before, 9000)), new Canary("HMC-01", 3), BOB));
        }
        try (LifeWorkshop after = open(file)) {
            assertThat(after.speedOn("HMC-01")).contains("9000");
            assertThat(after.speedOn("HMC-02")).contains("8000");
        }
    }

    @Test
    void rowsFromBeforeThereWereLivesKeepTheirState(@TempDir Path folder) throws SQLException {
        DatabaseConfiguration file = DatabaseConfiguration.file(folder.resolve("keyway"));
        Flyway.configure()
                .dataSource(file.url(), "", "")
                .locations("classpath:db/migration")
                .target("2026.11.25.2")
                .load()
                .migrate();
        String document = resource("set-before-lives.json");
        try (var connection = DriverManager.getConnection(file.url());
                var insert = connection.prepareStatement("""
                        INSERT INTO parameter_set (id, version, state, document, created_at, author)
                        VALUES ('S', ?, ?, ?, TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00+00', 'import')""")) {
            List<String> states = List.of("RETIRED", "RELEASED", "DRAFT");
            for (int i = 0; i < states.size(); i++) {
                insert.setInt(1, i + 1);
                insert.setString(2, states.get(i));
                insert.setString(3, document.replace("8000", Integer.toString(8001 + i)));
                insert.executeUpdate();
            }
        }
        try (LifeWorkshop workshop = open(file)) {
            assertThat(workshop.states("S")).containsExactly(LifeState.DRAFT, LifeState.RELEASED, LifeState.RETIRED);
            assertThat(workshop.speed()).contains("8002");
            assertThat(workshop.audit().verify(Optional.empty())).isInstanceOf(AuditVerdict.Intact.class);
            VersionRecord draft = workshop.versions().versions("S").get(0);
            VersionRecord next = LifeWorkshop.done(workshop.life().submit(LifeWorkshop.seen(draft), ANN));
            LifeWorkshop.done(workshop.life().release(LifeWorkshop.seen(next), BOB));
            assertThat(workshop.speed()).contains("8003");
        }
    }

    private static String resource(String name) {
        try (var stream = LifeStorageTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of the same change by several people at once, through two processes on one database. */
    private static List<LifeOutcome> atOnce(Function<LifeWorkshop, LifeOutcome> change, LifeWorkshop... nodes)
            throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<LifeOutcome>> futures = new ArrayList<>();
            for (int i = 0; i < HANDS; i++) {
                LifeWorkshop node = nodes[i % nodes.length];
                futures.add(hands.submit(() -> change.apply(node)));
            }
            List<LifeOutcome> outcomes = new ArrayList<>();
            for (Future<LifeOutcome> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            hands.shutdownNow();
        }
    }

    private static void assertOneWins(List<LifeOutcome> outcomes) {
        assertThat(outcomes)
                .filteredOn(LifeOutcome.Done.class::isInstance)
                .as("winners among %s", outcomes)
                .hasSize(1);
        assertThat(outcomes).filteredOn(LifeOutcome.Conflict.class::isInstance).hasSize(HANDS - 1);
    }

    @Test
    void ofSeveralWhoEditOrReleaseOrBeginAtOnceExactlyOneWins() throws Exception {
        DatabaseConfiguration shared =
                DatabaseConfiguration.inMemory(UUID.randomUUID().toString());
        try (LifeWorkshop one = open(shared);
                LifeWorkshop other = open(shared)) {
            assertOneWins(atOnce(node -> node.life().create(LifeWorkshop.set("S", 8000), ANN), one, other));
            VersionRecord draft = one.versions().versions("S").get(0);
            assertOneWins(atOnce(
                    node -> node.life().edit(LifeWorkshop.seen(draft), LifeWorkshop.set("S", 8100), ANN), one, other));
            VersionRecord edited = one.version(draft);
            assertThat(edited.revision()).isEqualTo(2);
            VersionRecord submitted = LifeWorkshop.done(one.life().submit(LifeWorkshop.seen(edited), ANN));
            assertOneWins(atOnce(node -> node.life().release(LifeWorkshop.seen(submitted), BOB), one, other));
            assertThat(one.states("S")).containsExactly(LifeState.RELEASED);
            assertThat(one.audit().verify(Optional.empty())).isInstanceOf(AuditVerdict.Intact.class);
        }
    }
}
