package org.keyway.job;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.keyway.job.JobJournal.Durability;

/** The one way in which a job changes: on record first, then told to everyone who listens. */
public final class JobRecorder {
    private final JobJournal journal;
    private final ShopFloorNews news;
    private final Clock clock;

    @Inject
    JobRecorder(JobJournal journal, ShopFloorNews news, Clock clock) {
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /** Begins a job; the events are on record together. */
    public Job open(String id, JobEvent.Received received, List<JobEvent> events) {
        Instant now = now();
        Job job = Job.received(id, received, now);
        List<JobJournal.Entry> entries = new ArrayList<>(events.size() + 1);
        entries.add(new JobJournal.Entry(received, now));
        return append(job, entries, events, now, Durability.PROCESS);
    }

    /** The job after these events, which are on record when this returns. */
    public Job record(Job job, JobEvent... events) {
        return record(job, List.of(events));
    }

    /** The job after these events, which are on record when this returns. */
    public Job record(Job job, List<JobEvent> events) {
        return append(job, new ArrayList<>(), events, now(), Durability.PROCESS);
    }

    /** As {@link #record}, but the events also survive the loss of power. */
    public Job recordOnDisk(Job job, JobEvent... events) {
        return append(job, new ArrayList<>(), List.of(events), now(), Durability.POWER);
    }

    private Job append(
            Job before, List<JobJournal.Entry> entries, List<JobEvent> events, Instant now, Durability durability) {
        Job job = before;
        for (JobEvent event : events) {
            job = job.after(event, now);
            entries.add(new JobJournal.Entry(event, now));
        }
        journal.append(job, entries, durability);
        news.jobChanged(job);
        return job;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
