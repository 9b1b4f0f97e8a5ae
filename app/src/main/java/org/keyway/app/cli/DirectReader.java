package org.keyway.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.keyway.job.link.LinkException;
import org.keyway.job.link.LinkListener;
import org.keyway.job.link.MachineLink;
import org.keyway.job.link.MachineLinkFactory;
import org.keyway.job.link.MachineStatus;
import org.keyway.job.teach.MachineReader;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Workshop;

/** Reads a machine over a link of its own that goes with the reading; a server beside it keeps its own. */
record DirectReader(Workshop workshop, Map<String, MachineLinkFactory> links) implements MachineReader {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public Answer read(String id, List<String> nodes) throws LinkException {
        Machine machine = workshop.machine(id).orElseThrow();
        MachineProfile profile = workshop.profile(machine.profile()).orElseThrow();
        Optional<MachineLinkFactory> factory = Optional.ofNullable(links.get(profile.delivery()));
        if (factory.isEmpty()) {
            return new Answer.Absent();
        }
        Arrival arrival = new Arrival(new CountDownLatch(1));
        try (MachineLink link = factory.get().open(machine, profile, arrival)) {
            arrival.await();
            return new Answer.Read(link.readNow(nodes));
        }
    }

    private record Arrival(CountDownLatch online) implements LinkListener {
        void await() {
            try {
                boolean inTime = online.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (!inTime) {
                    return; // reading says why there is no connection
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void statusChanged(MachineStatus status) {
            if (status.online()) {
                online.countDown();
            }
        }

        @Override
        public void jobAccepted(String jobId) {
            // Nothing of ours is delivered.
        }

        @Override
        public void jobDone(String jobId) {
            // Nothing of ours is delivered.
        }
    }
}
