package org.keyway.job.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobState;
import org.keyway.job.Problem;

/** What keeps a machine safe and usable when something breaks that nobody expects to. */
final class SafeguardsTest {
    private static final Duration FRESH = Duration.ofMillis(100);
    private static final Duration OLD = Duration.ofMillis(101);

    private final BoringCell cell = new BoringCell();
    private final ScriptedMachine machine = cell.machine();

    @AfterEach
    void close() {
        cell.close();
    }

    private static String code(Job job) {
        return job.problem().map(Problem::code).orElse("none");
    }

    private void isFreeAndLookedAtBeforeTheNextJob() throws ExecutionException, InterruptedException {
        machine.forgetCalls();
        assertThat(cell.deliver(cell.job()).state()).isEqualTo(JobState.ACCEPTED);
        assertThat(machine.calls()).first().isEqualTo("handshake");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prepare", "observe", "invalidate", "stage", "release", "poll"})
    void aDefectInAnyCallFailsItsJobClearsTheFlagAndLeavesTheMachineFree(String call)
            throws ExecutionException, InterruptedException {
        cell.deliver(cell.job());
        machine.forgetCalls();
        machine.leavesJobs();
        machine.after(call, 1, () -> {
            throw new LinkageError("a class is missing");
        });

        Job failed = cell.deliver(cell.job());

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(cell.onRecord(failed)).isEqualTo(failed);
        assertThat(machine.calls()).contains("withdraw");
        assertThat(machine.isReleased()).isFalse();
        machine.takesJobs();
        isFreeAndLookedAtBeforeTheNextJob();
    }

    @Test
    void whatAMachineDoesNotShowDoesNotCountAsVerified() throws ExecutionException, InterruptedException {
        Job shown = cell.deliver(cell.job());
        machine.hidesWhatItHolds();
        Job hidden = cell.deliver(cell.job());

        assertThat(shown.parameters())
                .isNotEmpty()
                .allMatch(value -> value.verified() && value.readBack().isPresent());
        assertThat(hidden.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(hidden.parameters())
                .isNotEmpty()
                .allMatch(value -> value.written().isPresent())
                .noneMatch(value -> value.verified() || value.readBack().isPresent());
        assertThat(cell.onRecord(hidden)).isEqualTo(hidden);
    }

    @Test
    void aLookAtTheMachineOutlivesALostDatabase() {
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, defect) -> uncaught.add(defect));
        try {
            cell.loseDatabase();
            cell.tick();
            cell.finish();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(uncaught).isEmpty();
        assertThat(cell.claim()).isTrue();
    }

    @Test
    void aDefectThatCannotEvenBeRecordedLeavesTheMachineFreeAndItsJobIsSettledBeforeTheNext()
            throws ExecutionException, InterruptedException {
        machine.before("stage", 1, () -> {
            throw new LinkageError("a class is missing");
        });
        machine.before("withdraw", 1, () -> {
            throw new LinkageError("another one too");
        });
        Job left = cell.job();

        assertThatThrownBy(() -> cell.deliver(left)).hasRootCauseInstanceOf(LinkageError.class);
        assertThat(cell.onRecord(left).state().isAtRest()).isFalse();

        isFreeAndLookedAtBeforeTheNextJob();
        assertThat(machine.calls()).containsSubsequence("withdraw", "stage");
        assertThat(cell.onRecord(left).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void aJobWhoseIntentCannotBeRecordedIsNotWrittenAndLeavesTheMachineFree()
            throws ExecutionException, InterruptedException {
        cell.deliver(cell.job());
        machine.forgetCalls();
        CompletableFuture<Job> intent = CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));

        assertThatThrownBy(() -> cell.begin(cell.job(), intent).get()).hasRootCauseMessage("the disk is full");

        assertThat(machine.calls()).doesNotContain("invalidate", "stage", "release");
        isFreeAndLookedAtBeforeTheNextJob();
    }

    @Test
    void aJobReportedDoneBeforeItWasKnownToBeAcceptedIsCompleted() throws ExecutionException, InterruptedException {
        Job doubtful = inDoubt();
        machine.machines(doubtful.id());
        machine.online(true);

        cell.deliver(cell.job());
        cell.finish();

        assertThat(cell.states(doubtful)).endsWith(JobState.FAILED, JobState.ACCEPTED, JobState.COMPLETED);
    }

    @Test
    void whatWasSeenTooLongAgoIsSeenAgainBeforeAnythingIsWritten() throws ExecutionException, InterruptedException {
        machine.after("observe", 1, () -> {
            cell.clock().pass(OLD);
            machine.state("Alarm");
        });

        Job refused = cell.deliver(cell.job());

        assertThat(refused.state()).isEqualTo(JobState.REFUSED);
        assertThat(machine.calls()).doesNotContain("invalidate", "stage", "release");
    }

    @Test
    void whatWasVerifiedTooLongAgoIsVerifiedAgainBeforeTheRelease() throws ExecutionException, InterruptedException {
        machine.after("observe", 2, () -> {
            cell.clock().pass(OLD);
            machine.hold(BoringCell.DEPTH, 41);
        });

        Job failed = cell.deliver(cell.job());

        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(code(failed)).isEqualTo(JobCode.VALUE_CHANGED.code());
        assertThat(machine.calls()).doesNotContain("release").contains("withdraw");
    }

    @Test
    void whatWasSeenJustNowIsNotSeenAgain() throws ExecutionException, InterruptedException {
        machine.after("observe", 1, () -> cell.clock().pass(FRESH));
        machine.after("observe", 2, () -> cell.clock().pass(FRESH));

        assertThat(cell.deliver(cell.job()).state()).isEqualTo(JobState.ACCEPTED);
        assertThat(machine.calls()).filteredOn("observe"::equals).hasSize(2);
    }

    @Test
    void aReleaseThatDidNotArriveIsTakenBackAndNeverGreen() throws ExecutionException, InterruptedException {
        machine.before("release", 1, ScriptedMachine.noAnswer());

        Job failed = cell.deliver(cell.job());

        assertThat(cell.states(failed)).endsWith(JobState.VERIFIED, JobState.FAILED);
        assertThat(machine.calls()).containsSubsequence("release", "withdraw");
    }

    @Test
    void aReleaseWhoseAnswerIsLostIsTakenBackAndNeverGreen() throws ExecutionException, InterruptedException {
        machine.leavesJobs();
        machine.after("release", 1, ScriptedMachine.noAnswer());

        Job failed = cell.deliver(cell.job());

        assertThat(cell.states(failed)).endsWith(JobState.VERIFIED, JobState.FAILED);
        assertThat(machine.isReleased()).isFalse();
    }

    @Test
    void aReleaseWhoseAnswerIsLostIsGreenWhenTheMachineItselfSaysThatItTookTheJob()
            throws ExecutionException, InterruptedException {
        machine.after("release", 1, ScriptedMachine.noAnswer());

        Job taken = cell.deliver(cell.job());

        assertThat(taken.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(machine.calls()).containsSubsequence("release", "withdraw", "handshake");
    }

    @Test
    void aMachineThatDoesNotTakeItsJobInTimeHasItTakenBack() throws ExecutionException, InterruptedException {
        machine.leavesJobs();

        Job late = cell.deliver(cell.job());

        assertThat(late.state()).isEqualTo(JobState.EXPIRED);
        assertThat(cell.states(late)).doesNotContain(JobState.ACCEPTED);
        assertThat(machine.isReleased()).isFalse();
        machine.machines(late.id());
        cell.finish();
        assertThat(cell.onRecord(late).state()).isEqualTo(JobState.EXPIRED);
    }

    @Test
    void aReleaseThatCannotBeTakenBackIsInDoubtAndNothingElseIsWrittenUntilTheFlagIsSeenFalse()
            throws ExecutionException, InterruptedException {
        Job doubtful = inDoubt();
        assertThat(doubtful.state()).isEqualTo(JobState.FAILED);
        assertThat(code(doubtful)).isEqualTo(JobCode.IN_DOUBT.code());
        assertThat(machine.isReleased()).isTrue();

        machine.forgetCalls();
        assertThat(cell.deliver(cell.job()).state()).isEqualTo(JobState.FAILED);
        assertThat(machine.calls()).containsOnly("handshake");

        machine.online(true);
        machine.takesJobs();
        isFreeAndLookedAtBeforeTheNextJob();
        assertThat(machine.calls()).containsSubsequence("withdraw", "stage");
        assertThat(cell.states(doubtful)).doesNotContain(JobState.ACCEPTED);
    }

    /** A job that was released to a machine which could not be reached any more. */
    private Job inDoubt() throws ExecutionException, InterruptedException {
        machine.leavesJobs();
        machine.after("release", 1, () -> {
            machine.online(false);
            ScriptedMachine.noAnswer().happen();
        });
        return cell.deliver(cell.job());
    }
}
