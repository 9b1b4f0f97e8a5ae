package org.keyway.job.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.job.desk.TrialCell.bore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.Job;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobRecorder;
import org.keyway.job.JobState;
import org.keyway.job.JournalVerdict;
import org.keyway.job.LimitedParts;
import org.keyway.job.machine.MachineFleet;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.SetVersion;

/** A set that counts for so many parts: who takes one, and who gives it back. */
final class CountedPartsTest {
    private static final SetVersion LIMITED = new SetVersion("LIMITED", 1);

    private TrialCell cell = TrialCell.measuring(UUID.randomUUID().toString());

    @AfterEach
    void close() {
        cell.close();
    }

    private void limit(int parts) {
        cell.add("""
                {kind: ParameterSet, id: LIMITED, scope: {product: B-1, machineClass: HON}, effective: {parts: %d},
                 values: {bore: 55}}""".formatted(parts));
    }

    private static String code(Job job) {
        return job.problem().orElseThrow().code();
    }

    @Test
    void aLimitedSetCountsForItsPartsAndThenTheOthersDo() {
        limit(2);
        assertThat(IntStream.range(0, 4).mapToObj(serial -> bore(cell.scan(serial))))
                .containsExactly(55, 55, 40, 40);
        assertThat(cell.part(JournalVerification.class).verify()).isInstanceOf(JournalVerdict.Intact.class);
    }

    @Test
    void anOffsetOfALimitedLayerIsCountedToo() {
        cell.add("""
                {kind: ParameterSet, id: LIMITED, layer: wear, scope: {machine: HON-01}, effective: {parts: 1},
                 values: {bore: {offset: 3}}}""");
        assertThat(Stream.of(1, 2).map(serial -> bore(cell.scan(serial)))).containsExactly(43, 40);
    }

    @Test
    void aJobThatUsesNothingOfALimitedSetTakesNoPart() {
        limit(3);
        cell.add("{kind: ParameterSet, id: NEARER, scope: {product: B-1, machine: HON-01}, values: {bore: 60}}");
        Job job = cell.scan(1);
        assertThat(bore(job)).isEqualTo(60);
        assertThat(job.counted()).isEmpty();
        assertThat(cell.taken(LIMITED)).isZero();
    }

    @Test
    void aPartThatIsScannedAgainCountsOnce() {
        limit(2);
        Job first = cell.scan(1);
        assertThat(cell.scan(1)).isEqualTo(first);
        cell.pass(Duration.ofMinutes(1));
        assertThat(code(cell.scan(1))).isEqualTo(JobCode.ALREADY_MACHINED.code());
        assertThat(cell.taken(LIMITED)).isEqualTo(1);
    }

    @Test
    void aDeliveryThatFailsGivesItsPartBack() {
        limit(1);
        cell.on("HON-01").refuse(true);
        Job failed = cell.scan(1);
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.counted()).containsExactly(LIMITED);
        assertThat(cell.part(LimitedParts.class).jobs(LIMITED)).isEmpty();

        cell.on("HON-01").refuse(false);
        assertThat(Stream.of(2, 3).map(serial -> bore(cell.scan(serial)))).containsExactly(55, 40);
    }

    @Test
    void aJobThatFindsItsMachineBusyTakesNoPart() {
        limit(1);
        cell.part(MachineFleet.class).claim("HON-01");
        assertThat(code(cell.scan(1))).isEqualTo(JobCode.MACHINE_BUSY.code());
        assertThat(bore(cell.scan("HON-02", 2))).isEqualTo(55);
    }

    @Test
    void aJobInDoubtKeepsItsPartUntilItsMachineIsKnownNotToHaveIt() {
        limit(2);
        cell.on("HON-01").fallSilentAtRelease();
        assertThat(code(cell.scan(1))).isEqualTo(JobCode.IN_DOUBT.code());
        assertThat(cell.taken(LIMITED)).isEqualTo(1);

        cell.on("HON-01").speakAgain();
        Job second = cell.scan(2);
        assertThat(second.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(cell.part(LimitedParts.class).jobs(LIMITED)).containsExactly(second.id());
        assertThat(cell.taken(LIMITED)).isEqualTo(1);
    }

    @Test
    void whatWasTakenStaysTakenAfterACrash() {
        limit(2);
        cell.scan(1);
        cell = cell.afterACrash();
        assertThat(cell.taken(LIMITED)).isEqualTo(1);
        assertThat(Stream.of(2, 3).map(serial -> bore(cell.scan(serial)))).containsExactly(55, 40);
    }

    @Test
    void aJobThatACrashCutOffGivesItsPartBackWhenItsMachineIsSettled() {
        limit(2);
        cell.part(JobRecorder.class)
                .open(
                        cell.part(JobIds.class).next(),
                        new JobEvent.Received("ST-HON-01", "B-1", Optional.empty(), Optional.empty()),
                        List.of(
                                new JobEvent.Matched("HON-01", "OP30", List.of(), List.of()),
                                new JobEvent.Staging(List.of(LIMITED))));
        cell = cell.afterACrash();
        Job next = cell.scan(1);
        assertThat(cell.part(LimitedParts.class).jobs(LIMITED)).containsExactly(next.id());
    }

    @Test
    void whoFindsTheLastPartTakenSinceTheMatchIsMatchedAnew() {
        limit(1);
        List<Job> quicker = new ArrayList<>();
        cell.meanwhile(() -> quicker.add(cell.scan("HON-02", 2)));
        Job slower = cell.scan(1);
        assertThat(quicker)
                .singleElement()
                .satisfies(job -> assertThat(bore(job)).isEqualTo(55));
        assertThat(bore(slower)).isEqualTo(40);
        assertThat(slower.counted()).isEmpty();
        assertThat(slower.state()).isEqualTo(JobState.ACCEPTED);
    }

    @Test
    void whoIsTooLateASecondTimeIsRefusedAndNothingIsWritten() {
        limit(1);
        cell.add("""
                {kind: ParameterSet, id: WIDER, scope: {product: B-1, operation: OP30}, effective: {parts: 1},
                 values: {bore: 50}}""");
        cell.meanwhile(() -> cell.scan("HON-02", 2), () -> {}, () -> cell.scan("HON-02", 3));
        Job late = cell.scan(1);
        assertThat(late.state()).isEqualTo(JobState.REFUSED);
        assertThat(code(late)).isEqualTo(JobCode.PARTS_TAKEN.code());
        assertThat(cell.on("HON-01").machined()).isEmpty();
        assertThat(bore(cell.scan(4))).isEqualTo(40);
    }

    @Test
    void ofTwoWhoReachForTheLastPartOneHasIt() {
        LimitedParts parts = cell.part(LimitedParts.class);
        Map<SetVersion, Integer> last = Map.of(LIMITED, 1);
        assertThat(parts.reserve("A", last)).isTrue();
        assertThat(parts.reserve("B", last)).isFalse();
        assertThat(parts.taken(LIMITED)).isEqualTo(1);
        parts.cancel("A");
        assertThat(parts.reserve("B", last)).isTrue();
    }

    @Test
    void twoMachinesAtOnceTakeNoMorePartsThanThereAreAndNoFewer() {
        limit(15);
        List<CompletableFuture<List<Job>>> lines = Stream.of("HON-01", "HON-02")
                .map(machine -> CompletableFuture.supplyAsync(() -> line(machine)))
                .toList();
        List<Job> jobs = new ArrayList<>();
        lines.forEach(line -> jobs.addAll(line.join()));
        assertThat(jobs).hasSize(40).allSatisfy(job -> assertThat(job.state()).isEqualTo(JobState.ACCEPTED));
        assertThat(jobs.stream().filter(job -> bore(job) == 55)).hasSize(15);
        assertThat(cell.part(LimitedParts.class).jobs(LIMITED)).hasSize(15);
    }

    private List<Job> line(String machine) {
        int from = machine.equals("HON-01") ? 100 : 200;
        return IntStream.range(from, from + 20)
                .mapToObj(serial -> cell.scan(machine, serial))
                .toList();
    }
}
