package org.keyway.app;

import jakarta.inject.Inject;
import org.keyway.job.Service;
import org.keyway.profile.ChangeWatch;

/** The watch for changes of other nodes; started before the workshop is read, so that no change falls in between. */
final class WorkshopWatch implements Service {
    private final ChangeWatch watch;

    @Inject
    WorkshopWatch(ChangeWatch watch) {
        this.watch = watch;
    }

    @Override
    public void start() {
        watch.start();
    }

    @Override
    public void stop() {
        watch.stop();
    }
}
