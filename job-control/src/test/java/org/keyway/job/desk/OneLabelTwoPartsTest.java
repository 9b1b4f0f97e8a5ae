package org.keyway.job.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.identifier.Scan;
import org.keyway.job.Job;
import org.keyway.job.JobControl;
import org.keyway.job.JobState;
import org.keyway.job.Problem;
import org.keyway.job.ScanRequest;

/** A label that can be read in two ways stands for one part only when both ways name that part. */
final class OneLabelTwoPartsTest {
    /** A product's code that is a vehicle's number as well: by the one it has no serial number, by the other it has. */
    private static final String LABEL = "LZSPCJLG2R1000012";

    private final HoningStation station = new HoningStation(UUID.randomUUID().toString());

    @AfterEach
    void close() {
        station.close();
    }

    @Test
    void twoReadingsOfOneProductWithDifferentSerialNumbersAreAmbiguous() {
        Job job = station.part(JobControl.class)
                .submit(new ScanRequest("ST-21", new Scan(LABEL, Optional.empty()), Optional.empty(), Optional.empty()))
                .job();

        assertThat(job.state()).isEqualTo(JobState.REFUSED);
        assertThat(job.problem()).map(Problem::code).contains("KW-JOB-006");
        assertThat(job.identity()).isEmpty();
    }
}
