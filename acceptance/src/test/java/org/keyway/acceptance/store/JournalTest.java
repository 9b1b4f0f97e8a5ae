package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.job.DuplicateRequestException;
import org.keyway.job.Job;
import org.keyway.job.JobQuery;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.JournalVerdict;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.store.Database;

@EachDatabase
class JournalTest {
    private final House house;
    private final Database database;

    JournalTest(DatabaseKind kind) {
        house = new House(kind.fresh());
        database = house.database();
    }

    /** Two refused jobs: entries 1 and 2, entries 3 and 4. */
    @BeforeEach
    void twoJobsAreOnRecord() {
        refused("A-1");
        refused("A-2");
    }

    @AfterEach
    void closeTheDatabase() {
        house.close();
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
                "at = at + INTERVAL '1' SECOND",
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
                "received_at = received_at + INTERVAL '1' HOUR",
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
        assertThat(house.part(Jobs.class).find(job.id())).contains(job);
    }

    @Test
    void aRequestIsOnRecordOnce() {
        Job first = house.refused("A-5", Optional.of("R-1"));

        assertThatThrownBy(() -> house.refused("A-6", Optional.of("R-1")))
                .isInstanceOf(DuplicateRequestException.class);
        assertThat(house.part(Jobs.class).findByRequest("R-1")).contains(first);
        assertThat(refused("A-7").state()).isEqualTo(JobState.REFUSED);
        assertThat(verdict()).isInstanceOf(JournalVerdict.Intact.class);
    }

    @Test
    void jobsAreFoundByWhatTheyAre() {
        Job third = refused("A-3");

        assertThat(search(JobState.REFUSED, receivedAt(third).minusSeconds(60), 2))
                .hasSize(2)
                .first()
                .isEqualTo(third);
        assertThat(search(JobState.REFUSED, receivedAt(third).plusMillis(1), 200))
                .isEmpty();
        assertThat(search(JobState.COMPLETED, receivedAt(third).minusSeconds(60), 200))
                .isEmpty();
    }

    private static Instant receivedAt(Job job) {
        return job.steps().get(0).at();
    }

    private List<Job> search(JobState state, Instant from, int limit) {
        return house.part(Jobs.class)
                .search(new JobQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("ST-10"),
                        Optional.empty(),
                        Optional.of(state),
                        Optional.of(from),
                        Optional.empty(),
                        Optional.empty(),
                        limit));
    }

    private Job refused(String data) {
        return house.refused(data, Optional.empty());
    }

    private JournalVerification verification() {
        return house.part(JournalVerification.class);
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
