package org.keyway.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.job.Job;
import org.keyway.job.JobState;
import org.keyway.job.Problem;

/** A plain code that happens to look like a vehicle or a tag still finds its product; an unknown one is told what it looks like. */
class LikelyLabelTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"LZSPCJLG3R1000012", "3074257BF7194E4000001A85"})
    void theRegistryDecidesForThePlainCode(String label) throws Exception {
        Job job = floor.scan(label);

        assertThat(job.state()).isEqualTo(JobState.ACCEPTED);
        assertThat(job.reading())
                .hasValueSatisfying(reading -> assertThat(reading.scheme()).isEqualTo("plain"));
    }

    @ParameterizedTest
    @CsvSource({"LZSPCJLG4R1000012, KW-ID-102", "307C257BF7194E4000001A85, KW-ID-122"})
    void aCodeThatNobodyKnowsIsRefusedForWhatItLooksLike(String label, String code) throws Exception {
        assertThat(floor.scan(label).problem()).map(Problem::code).contains(code);
    }

    @Test
    void aVehicleThatNobodyKnowsIsAnUnknownProduct() throws Exception {
        Job job = floor.scan("LZSPCJLG2R1000012");

        assertThat(job.state()).isEqualTo(JobState.REFUSED);
        assertThat(job.reading())
                .hasValueSatisfying(reading -> assertThat(reading.scheme()).isEqualTo("vin"));
    }
}
