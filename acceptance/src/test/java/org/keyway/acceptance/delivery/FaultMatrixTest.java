package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.JournalVerdict;
import org.keyway.job.store.JournalVerification;
import org.keyway.simulator.MachinedPart;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.fault.Fault.Kind;
import org.keyway.simulator.fault.Fault.Operation;

/** Every fault of the machine at every step of a delivery: never a false green, never a half-written recipe. */
class FaultMatrixTest {
    private static final int READS = 5;
    private static final int WRITES = 4;
    private static final List<String> NODES =
            List.of("Stage/SpindleSpeed", "Stage/ToolNumber", "Stage/NcProgram", "Stage/JobId", "Stage/JobReady");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path data;

    @SuppressWarnings("NullAway.Init") // set before all
    private static FaultyFloor floor;

    @BeforeAll
    static void start() throws Exception {
        floor = new FaultyFloor(data);
        assertThat(floor.scan().state()).isEqualTo(JobState.ACCEPTED);
        floor.recover();
    }

    @AfterAll
    static void stop() {
        assertThat(floor.server().part(JournalVerification.class).verify()).isInstanceOf(JournalVerdict.Intact.class);
        floor.close();
    }

    /** Faults that hurt values and nodes, for good. */
    static Stream<Fault> lastingFaults() {
        List<Fault> faults = new ArrayList<>();
        for (String node : NODES) {
            faults.add(Fault.of(Kind.REJECT_NODE, node).at(Operation.WRITE));
            faults.add(Fault.of(Kind.REJECT_NODE, node).at(Operation.READ));
            faults.add(Fault.of(Kind.IGNORE_ANSWER_GOOD, node).at(Operation.WRITE));
            faults.add(Fault.of(Kind.WRONG_TYPE, node));
            faults.add(Fault.of(Kind.READ_ONLY, node));
        }
        faults.add(Fault.of(Kind.CLAMP_ANSWER_GOOD, "Stage/SpindleSpeed"));
        faults.add(Fault.of(Kind.CLAMP_ANSWER_GOOD, "Stage/ToolNumber"));
        faults.add(Fault.of(Kind.ROUND_TO_FLOAT, "Stage/FeedRate"));
        faults.add(Fault.of(Kind.OVERWRITE_LATER, "Stage/SpindleSpeed").with(20));
        faults.add(Fault.of(Kind.OVERWRITE_LATER, "Stage/NcProgram").with(20));
        faults.add(Fault.of(Kind.OVERWRITE_LATER, "Stage/JobId").with(20));
        faults.add(Fault.of(Kind.NEVER_ACCEPT, ""));
        faults.add(Fault.of(Kind.SLOW, "").with(1000));
        faults.add(Fault.of(Kind.DROP_CONNECTION, ""));
        faults.add(Fault.of(Kind.DROP_CONNECTION, "").with(1));
        return faults.stream();
    }

    /** Faults that strike once, at one call after another. */
    static Stream<Fault> passingFaults() {
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : List.of(Kind.SLOW, Kind.DROP_CONNECTION, Kind.RESTART_SHIFTED)) {
            for (int call = 0; call < READS; call++) {
                faults.add(once(kind, Operation.READ, call));
            }
            for (int call = 0; call < WRITES; call++) {
                faults.add(once(kind, Operation.WRITE, call));
                if (kind == Kind.DROP_CONNECTION) {
                    faults.add(once(kind, Operation.WRITE, call).with(1));
                }
            }
        }
        return faults.stream();
    }

    private static Fault once(Kind kind, Operation operation, int call) {
        Fault fault = Fault.of(kind, "").at(operation).after(call).times(1);
        return kind == Kind.SLOW ? fault.with(700) : fault;
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    void aLastingFaultEndsRedWithTheFlagFalseAndTheNextGoodScanWorks(Fault fault) throws Exception {
        Job job = floor.scanWith(fault);

        assertThat(job.state()).isIn(JobState.REFUSED, JobState.FAILED, JobState.EXPIRED);
        assertThat(job.problem()).isPresent();
        assertThat(job.problem().orElseThrow().message().zh()).isNotBlank();
        assertThat(machinedFor(job)).isEmpty();
        expectARecovery();
        assertThat(machinedFor(job)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void aPassingFaultNeverEndsInAFalseGreen(Fault fault) throws Exception {
        Job job = floor.scanWith(fault);

        boolean green = !job.state().isBad();
        if (!green) {
            floor.recover();
        }
        assertThat(machinedFor(job)).hasSize(green ? 1 : 0);
        expectARecovery();
        assertThat(machinedFor(job)).hasSize(green ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("valueFaults")
    void aLieAboutAValueIsNamedWithWhatWasWantedAndFound(Fault fault, String parameter) throws Exception {
        Job job = floor.scanWith(fault);

        assertThat(job.problem().orElseThrow().details())
                .containsEntry("parameter", parameter)
                .containsKeys("wanted", "found");
        assertThat(floor.machine().memory().get("Stage/JobReady")).isEqualTo(false);
        expectARecovery();
    }

    static Stream<Object[]> valueFaults() {
        return Stream.of(
                new Object[] {Fault.of(Kind.CLAMP_ANSWER_GOOD, "Stage/SpindleSpeed"), "spindleSpeed"},
                new Object[] {Fault.of(Kind.IGNORE_ANSWER_GOOD, "Stage/ToolNumber"), "toolNumber"},
                new Object[] {Fault.of(Kind.ROUND_TO_FLOAT, "Stage/FeedRate"), "feedRate"},
                new Object[] {Fault.of(Kind.OVERWRITE_LATER, "Stage/Passes").with(20), "passes"});
    }

    @Test
    void aFlagThatWasFoundSetAndCantBeClearedKeepsEveryValueAway() throws Exception {
        floor.machine().faults().arm(Fault.of(Kind.NEVER_ACCEPT, ""));
        floor.machine().memory().set("Stage/JobReady", true);

        Job job = floor.scanWith(Fault.of(Kind.IGNORE_ANSWER_GOOD, "Stage/JobReady"));

        assertThat(job.problem().orElseThrow().code()).isEqualTo("KW-DEL-006");
        assertThat(job.problem().orElseThrow().details()).containsEntry("cause", "KW-DEL-002");
        assertThat(floor.machine().memory().get("Stage/SpindleSpeed"))
                .isNotEqualTo(OneMachineWorkshop.VALUES.get("SpindleSpeed"));
        expectARecovery();
    }

    @Test
    void aClockThatIsAnHourOffHurtsNobodyAndIsNoticed() throws Exception {
        floor.machine().faults().arm(Fault.of(Kind.CLOCK_SKEW, ""));
        floor.reconnect();

        assertThat(floor.scan().state()).isEqualTo(JobState.ACCEPTED);
        assertThat(floor.clockOffset()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        expectARecovery();
        floor.reconnect();
        assertThat(floor.clockOffset()).isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
    }

    private static void expectARecovery() throws Exception {
        floor.recover();
        assertThat(floor.machine().memory().get("Stage/JobReady")).isEqualTo(false);
        Job good = floor.scan();
        assertThat(good.state()).as("%s", good.problem()).isEqualTo(JobState.ACCEPTED);
        assertThat(machinedFor(good)).hasSize(1);
        floor.recover();
    }

    /** What the machine machined for a job; whole recipes only. */
    private static List<MachinedPart> machinedFor(Job job) {
        List<MachinedPart> parts = floor.machine().machined().stream()
                .filter(part -> part.jobId().equals(job.id()))
                .toList();
        assertThat(parts).allSatisfy(part -> assertThat(part.values()).isEqualTo(OneMachineWorkshop.VALUES));
        return parts;
    }
}
