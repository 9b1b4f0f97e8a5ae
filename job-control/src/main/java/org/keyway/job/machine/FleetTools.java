package org.keyway.job.machine;

import jakarta.inject.Inject;
import java.time.Clock;
import org.keyway.job.JobRecorder;
import org.keyway.job.Jobs;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ShopFloorNews;
import org.keyway.job.delivery.Delivery;
import org.keyway.job.delivery.Pause;

/** What every machine's worker works with. */
record FleetTools(Jobs jobs, ShopFloorNews news, Delivery.Tools delivery) {
    @Inject
    FleetTools(
            Jobs jobs, ShopFloorNews news, JobRecorder recorder, ProblemCatalogue problems, Pause pause, Clock clock) {
        this(jobs, news, new Delivery.Tools(recorder, problems, pause, clock));
    }
}
