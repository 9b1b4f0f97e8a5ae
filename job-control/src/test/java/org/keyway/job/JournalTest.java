package org.keyway.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierModule;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;

class JournalTest {
    private final Injector injector = Guice.createInjector(
            new JobControlModule(), new ProfilesModule(), new IdentifierModule(), new AbstractModule() {
                @Override
                protected void configure() {
                    bind(Clock.class).toInstance(Clock.systemUTC());
                    bind(DatabaseConfiguration.class)
                            .toInstance(new DatabaseConfiguration(
                                    "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
                }
            });
    private final Database database = injector.getInstance(Database.class);

    /** Two refused jobs: entries 1 and 2, entries 3 and 4. */
    @BeforeEach
    void twoJobsAreOnRecord() {
        refused("A-1");
        refused("A-2");
    }

    @AfterEach
    void closeTheDatabase() {
        database.close();
    }

    @Test
    void anUntouchedJournalIsIntact() {
        assertThat(verdict()).isInstanceOfSatisfying(JournalVerdict.Intact.class, intact -> {
            assertThat(intact.entries()).isEqualTo(4);
            assertThat(intact.head()).isEqualTo(storedHashOfEntryFour());
        });
    }

    @Test
    void anEmptyJournalIsIntact() {
        sql("DELETE FROM journal");
        sql("DELETE FROM job");
        assertThat(verdict()).isEqualTo(new JournalVerdict.Intact(0, "0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body = REPLACE(body, 'A-2', 'A-3')",
                "job = 'somebody else'",
                "at = DATEADD(SECOND, 1, at)",
                "kind = 'MadeSafe'",
                "hash = REPEAT('a', 64)"
            })
    void anyColumnChangedIsFoundAtItsEntry(String change) {
        sql("UPDATE journal SET " + change + " WHERE seq = 3");
        assertThat(broken().seq()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEntryTakenOutIsNamed(int seq) {
        sql("DELETE FROM journal WHERE seq = " + seq);
        assertThat(broken().seq()).isEqualTo(seq + 1);
        assertThat(broken().reason()).contains("entry " + seq + " is missing");
    }

    @Test
    void twoEntriesSwappedAreFoundAtTheFirst() {
        sql("UPDATE journal SET seq = 99 WHERE seq = 2");
        sql("UPDATE journal SET seq = 2 WHERE seq = 4");
        sql("UPDATE journal SET seq = 4 WHERE seq = 99");
        assertThat(broken().seq()).isEqualTo(2);
    }

    @Test
    void aJournalCutAtItsEndNoLongerSaysWhatTheJobsSay() {
        sql("DELETE FROM journal WHERE seq = 4");
        assertThat(differing().reason()).startsWith("state ");

        sql("DELETE FROM journal WHERE seq = 3");
        assertThat(differing().reason()).contains("no entries");
    }

    @Test
    void aJournalCutAtItsEndWithItsJobNoLongerHoldsTheHeadThatWasKept() {
        Anchor kept = new Anchor(4, storedHashOfEntryFour());
        assertThat(verification().verify(Optional.of(kept))).isInstanceOf(JournalVerdict.Intact.class);
        assertThat(verification().verify(Optional.of(new Anchor(4, "a".repeat(64)))))
                .isInstanceOf(JournalVerdict.Broken.class);

        sql("DELETE FROM journal WHERE seq > 2");
        sql("DELETE FROM job WHERE id = (SELECT MAX(id) FROM job)");

        assertThat(verdict()).isInstanceOf(JournalVerdict.Intact.class);
        assertThat(verification().verify(Optional.of(kept)))
                .isInstanceOfSatisfying(
                        JournalVerdict.Broken.class,
                        broken -> assertThat(broken.seq()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state = 'COMPLETED'",
                "station = 'ST-99'",
                "machine = 'M-1'",
                "operation = 'OP99'",
                "product = 'P-1'",
                "serial = 'S-1'",
                "request_id = 'R-1'",
                "received_at = DATEADD(HOUR, 1, received_at)",
                "unsettled = TRUE"
            })
    void whatTheTableOfJobsSaysOtherwiseIsFound(String change) {
        String last = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT MAX(id) FROM job")
                        .mapTo(String.class)
                        .one());
        sql("UPDATE job SET " + change + " WHERE id = '" + last + "'");

        assertThat(differing().job()).isEqualTo(last);
        assertThat(differing().reason()).startsWith(change.substring(0, change.indexOf(' ')));
    }

    @Test
    void aJobTakenOutOfTheTableIsFound() {
        sql("DELETE FROM job WHERE id = (SELECT MIN(id) FROM job)");
        assertThat(differing().reason()).contains("no row");
    }

    @Test
    void aJobIsReadBackAsItWasRecorded() {
        Job job = refused("A-4");
        assertThat(injector.getInstance(Jobs.class).find(job.id())).contains(job);
    }

    private Job refused(String data) {
        Problem problem =
                injector.getInstance(ProblemCatalogue.class).problem(JobCode.UNKNOWN_PRODUCT, Map.of("key", data));
        return injector.getInstance(JobRecorder.class)
                .open(
                        injector.getInstance(JobIds.class).next(),
                        new JobEvent.Received("ST-10", data, Optional.empty(), Optional.empty()),
                        List.of(new JobEvent.Refused(problem)));
    }

    private JournalVerification verification() {
        return injector.getInstance(JournalVerification.class);
    }

    private JournalVerdict verdict() {
        return verification().verify();
    }

    private JournalVerdict.Differing differing() {
        JournalVerdict verdict = verdict();
        assertThat(verdict).isInstanceOf(JournalVerdict.Differing.class);
        return (JournalVerdict.Differing) verdict;
    }

    private JournalVerdict.Broken broken() {
        JournalVerdict verdict = verdict();
        assertThat(verdict).isInstanceOf(JournalVerdict.Broken.class);
        return (JournalVerdict.Broken) verdict;
    }

    private void sql(String statement) {
        database.jdbi()
                .useHandle(handle -> assertThat(handle.execute(statement)).isPositive());
    }

    private String storedHashOfEntryFour() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT hash FROM journal WHERE seq = 4")
                        .mapTo(String.class)
                        .one());
    }
}
