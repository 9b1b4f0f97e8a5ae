package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.Jobs;
import org.keyway.job.ScanRequest;

/** What is no good label is refused with a code and a sentence, is on record, and never reaches a machine. */
class BadScansTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private static Path data;

    @SuppressWarnings("NullAway.Init") // set before all
    private static FaultyFloor floor;

    @BeforeAll
    static void start() throws Exception {
        floor = new FaultyFloor(data);
    }

    @AfterAll
    static void stop() {
        floor.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "empty, '', KW-ID-001",
        "blank, '   ', KW-ID-001",
        "unknown product, ]d20106901234999990, KW-JOB-001",
        "unknown code, ABC-123, KW-JOB-001",
        "truncated, ]d201069012340, KW-ID-021",
        "wrong check digit, ]d20106901234000017, KW-ID-024",
        "mangled, ]D20106901234000016, KW-ID-004",
        "binary, ']d1A\u0000\u0001\u0002\u0007', KW-ID-003",
        "never text, ]d1\uFFFD\uFFFD, KW-ID-003",
        "of an input method, 零件号, KW-ID-005",
        "envelope without fields, [)>, KW-ID-031"
    })
    void aBadScanIsRefusedAndNothingIsWritten(String kind, String label, String code) throws Exception {
        refused(label, code);
    }

    @ParameterizedTest
    @CsvSource({"4097", "60000", "1000000"})
    void aScanLongerThanAnyLabelIsRefusedAndKeptInShort(int length) throws Exception {
        Job job = refused("7".repeat(length), "KW-ID-002");

        assertThat(job.data()).hasSizeLessThanOrEqualTo(ScanRequest.LONGEST_DATA);
        assertThat(job.reading().orElseThrow().data()).hasSizeLessThanOrEqualTo(ScanRequest.LONGEST_DATA);
    }

    @Test
    void aRequestIdThatComesWithAnotherLabelNeverGetsTheOldGreen() throws Exception {
        Job first = floor.scan(OneMachineWorkshop.label(900), Optional.of("R-42"));
        assertThat(first.state()).as("%s", first.problem()).isEqualTo(JobState.ACCEPTED);

        assertThat(floor.scan(OneMachineWorkshop.label(900), Optional.of("R-42"))
                        .id())
                .isEqualTo(first.id());
        Job other = floor.scan(OneMachineWorkshop.label(901), Optional.of("R-42"));
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(other.state()).isEqualTo(JobState.REFUSED);
        assertThat(other.problem().orElseThrow().code()).isEqualTo("KW-JOB-015");
        assertThat(floor.server().part(Jobs.class).find(other.id())).contains(other);
        floor.recover();
    }

    private static Job refused(String label, String code) throws Exception {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        BiConsumer<String, Object> watch = (path, value) -> written.add(path);
        floor.machine().memory().watch(watch);
        Job job = floor.scan(label);
        floor.machine().memory().unwatch(watch);

        assertThat(job.state()).isEqualTo(JobState.REFUSED);
        assertThat(job.problem().orElseThrow().code()).isEqualTo(code);
        assertThat(job.problem().orElseThrow().message().en()).isNotBlank();
        assertThat(job.problem().orElseThrow().message().zh()).isNotBlank();
        assertThat(floor.server().part(Jobs.class).find(job.id())).contains(job);
        assertThat(written).isEmpty();
        return job;
    }
}
