package org.keyway.job.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.MachineDoubt.Outcome;
import org.keyway.job.MachineDoubt.Statement;

/** What two people may end on a machine that does not answer, and what they may not. */
final class EndOfDoubtTest {
    private static final Statement LOOKED = new Statement("the spindle is empty", "Li", "Wang");

    private final BoringCell cell = new BoringCell();
    private final ScriptedMachine machine = cell.machine();

    @AfterEach
    void close() {
        cell.close();
    }

    private Job inDoubt() throws ExecutionException, InterruptedException {
        machine.leavesJobs();
        machine.after("release", 1, () -> {
            machine.online(false);
            ScriptedMachine.noAnswer().happen();
        });
        return cell.deliver(cell.job());
    }

    @Test
    void twoPeopleEndAJobInDoubtAndItStandsInTheJournal() throws ExecutionException, InterruptedException {
        machine.canBeEndedByHand();
        Job doubtful = inDoubt();
        assertThat(cell.unsettled()).extracting(Job::id).containsExactly(doubtful.id());
        assertThat(cell.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.job()).contains(doubtful.id());
            assertThat(doubt.problem().code()).isEqualTo("KW-DEL-006");
            assertThat(doubt.since()).isPresent();
        });

        assertThat(cell.endByHand(LOOKED)).isInstanceOf(Outcome.Ended.class);

        assertThat(cell.unsettled()).isEmpty();
        assertThat(cell.doubts()).isEmpty();
        assertThat(cell.onRecord(doubtful).state()).isEqualTo(JobState.FAILED);
        assertThat(cell.events(doubtful)).last().isEqualTo("EndedByHand");
        machine.online(true);
        machine.takesJobs();
        machine.forgetCalls();
        assertThat(cell.deliver(cell.job()).state()).isEqualTo(JobState.ACCEPTED);
    }

    @Test
    void aReleaseFlagThatMayStillBeSetIsNotEndedByAnybodysWord() throws ExecutionException, InterruptedException {
        Job doubtful = inDoubt();

        assertThat(cell.doubts()).isEmpty();
        assertThat(cell.endByHand(LOOKED)).isInstanceOf(Outcome.Refused.class);

        assertThat(cell.unsettled()).extracting(Job::id).containsExactly(doubtful.id());
        assertThat(cell.events(doubtful)).doesNotContain("EndedByHand");
    }

    @Test
    void nothingIsEndedWhereNothingIsInDoubt() throws ExecutionException, InterruptedException {
        machine.canBeEndedByHand();
        cell.deliver(cell.job());
        assertThat(cell.endByHand(LOOKED)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aJobThatAStopLeftOpenIsInDoubtOnceNobodyWorksAtIt() {
        machine.canBeEndedByHand();
        Job left = cell.job();
        assertThat(cell.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.job()).contains(left.id());
            assertThat(doubt.problem().code()).isEqualTo("KW-DEL-006");
        });
        assertThat(cell.claim()).isTrue();
        assertThat(cell.doubts()).isEmpty();
    }

    @Test
    void oneNameIsNotTwoPeople() {
        assertThat(LOOKED.isComplete()).isTrue();
        assertThat(new Statement("seen", "Li", " li ").isComplete()).isFalse();
        assertThat(new Statement(" ", "Li", "Wang").isComplete()).isFalse();
        assertThat(new Statement("seen", "Li", "").isComplete()).isFalse();
        assertThat(new Statement("seen", "Li", " li ").missing()).containsExactly("witness");
        assertThat(new Statement(" ", "", "Wang").missing()).containsExactly("reason", "by");
    }
}
