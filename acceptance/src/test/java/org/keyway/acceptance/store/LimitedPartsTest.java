package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobIds;
import org.keyway.job.JobRecorder;
import org.keyway.job.Jobs;
import org.keyway.job.JournalVerdict;
import org.keyway.job.LimitedParts;
import org.keyway.job.PartsTakenException;
import org.keyway.job.store.JournalVerification;
import org.keyway.profile.SetVersion;
import org.keyway.profile.store.DatabaseConfiguration;

/** Two nodes on one PostgreSQL that both make parts of a version that counts for so many. */
final class LimitedPartsTest {
    private static final SetVersion LIMITED = new SetVersion("LIMITED", 1);
    private static final Map<SetVersion, Integer> ONE_PART = Map.of(LIMITED, 1);

    private final DatabaseConfiguration configuration =
            PostgreSqlServer.running().freshDatabase();
    private final House one = new House(configuration);
    private final House other = new House(configuration);

    @AfterEach
    void bothStop() {
        one.close();
        other.close();
    }

    private static Job staging(House house, String id) {
        return house.part(JobRecorder.class)
                .open(
                        id,
                        new JobEvent.Received("ST-10", "B-1", Optional.empty(), Optional.empty()),
                        List.of(
                                new JobEvent.Matched("HMC-01", "OP20", List.of(), List.of()),
                                new JobEvent.Staging(List.of(LIMITED))));
    }

    private static String reserved(House house) {
        String id = house.part(JobIds.class).next();
        assertThat(house.part(LimitedParts.class).reserve(id, ONE_PART)).isTrue();
        return id;
    }

    @Test
    void theLastPartGoesToWhoIsOnRecordFirstAndTheOtherLeavesNoTrace() {
        String quick = reserved(one);
        String slow = reserved(other);
        staging(one, quick);

        assertThatThrownBy(() -> staging(other, slow)).isInstanceOf(PartsTakenException.class);
        other.part(LimitedParts.class).cancel(slow);

        assertThat(other.part(LimitedParts.class).jobs(LIMITED)).containsExactly(quick);
        assertThat(other.part(Jobs.class).find(slow)).isEmpty();
        assertThat(other.part(JournalVerification.class).verify()).isInstanceOf(JournalVerdict.Intact.class);
        assertThat(other.part(LimitedParts.class).reserve("next", ONE_PART)).isFalse();
    }

    @Test
    void aPartThatOneNodeGivesBackIsTheOthersToTake() {
        Job job = staging(one, reserved(one));
        assertThat(other.part(LimitedParts.class).taken(LIMITED)).isEqualTo(1);

        one.part(JobRecorder.class).record(job, new JobEvent.MadeSafe());

        assertThat(staging(other, reserved(other)).counted()).containsExactly(LIMITED);
    }
}
