package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.job.Job;
import org.keyway.job.JobParameter;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.JournalVerdict.Intact;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.WorkshopStore;

/**
 * A database file that was written on 2026-11-25 by the program of that day (schema 2026.11.25.2): the demo workshop, of which
 * eight parts were machined and one label was refused.
 */
final class OldDatabaseTest {
    private static final Anchor HEAD =
            new Anchor(83, "9a5c95e41a3460dbaa6da71743ffcef36217addc4b15f596c1d92d4a076fdbfe");

    @TempDir
    private Path folder;

    private House opened() throws IOException {
        try (InputStream packed = Objects.requireNonNull(
                        OldDatabaseTest.class.getResourceAsStream("keyway-2026-11-25.mv.db.gz"));
                InputStream file = new GZIPInputStream(packed)) {
            Files.copy(file, folder.resolve("keyway.mv.db"));
        }
        return new House(DatabaseConfiguration.file(folder.resolve("keyway"))).loaded();
    }

    private static List<Job> jobs(House house) {
        return house.part(Jobs.class)
                .search(new JobQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        JobQuery.MAX_LIMIT));
    }

    @Test
    void everythingIsThereAndTheJournalHoldsItsHead() throws IOException {
        try (House house = opened()) {
            Workshop workshop = house.part(WorkshopSource.class).current();
            assertThat(workshop.machines()).hasSize(9);
            assertThat(house.part(WorkshopStore.class).things().products()).hasSize(62);
            assertThat(house.part(WorkshopStore.class).count()).isEqualTo(553);
            assertThat(house.part(JournalVerification.class).verify(Optional.of(HEAD)))
                    .isEqualTo(new Intact(HEAD.seq(), HEAD.hash()));
            assertThat(jobs(house)).extracting(Job::state).hasSize(9).first().isEqualTo(JobState.REFUSED);
            assertThat(house.part(Jobs.class).findByRequest("old-ST-10")).isPresent();
        }
    }

    @Test
    void everyPartWouldGetWhatItGotThen() throws IOException {
        try (House house = opened()) {
            List<Job> machined = jobs(house).stream()
                    .filter(job -> job.state() == JobState.COMPLETED)
                    .toList();
            assertThat(machined)
                    .hasSize(8)
                    .allSatisfy(job -> assertThat(values(house, job))
                            .isEqualTo(job.parameters().stream()
                                    .map(JobParameter::value)
                                    .map(String::valueOf)
                                    .toList()));
        }
    }

    private static List<String> values(House house, Job job) {
        MatchResult result = house.part(ParameterMatcher.class)
                .match(new MatchRequest(
                        job.identity().orElseThrow(),
                        job.machine().orElseThrow(),
                        job.operation().orElseThrow(),
                        Instant.parse("2026-11-25T13:23:20Z")));
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result)
                .values().stream().map(value -> String.valueOf(value.value())).toList();
    }

    @Test
    void theFileGoesOnBeingWritten() throws IOException {
        try (House house = opened()) {
            house.refused("A-1", Optional.of("R-1"));
            house.release("{kind: Station, id: ST-NEW}");

            assertThat(house.part(JournalVerification.class).verify(Optional.of(HEAD)))
                    .isInstanceOfSatisfying(
                            Intact.class, intact -> assertThat(intact.entries()).isEqualTo(85));
            assertThat(house.part(WorkshopSource.class).current().station("ST-NEW"))
                    .isPresent();
        }
    }
}
