package org.keyway.job.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobJournal.Entry;
import org.keyway.job.LimitedParts;
import org.keyway.job.PartsTakenException;
import org.keyway.profile.SetVersion;
import org.keyway.profile.store.Database;

/**
 * Who has parts of limited versions: on record in {@code set_use}, written with the journal's entries, and reserved in
 * memory until then. Where other processes take parts too, the table is asked each time, and it decides.
 */
@Singleton
public final class JdbiLimitedParts implements LimitedParts {
    /** Of how many versions the jobs are kept in memory; the others are read again when they are asked for. */
    private static final int MOST_KEPT = 500;

    private final Database database;
    private final Map<String, Map<SetVersion, Integer>> reserved = new HashMap<>();
    private final Map<SetVersion, Set<String>> onRecord = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SetVersion, Set<String>> eldest) {
            return size() > MOST_KEPT;
        }
    };

    @Inject
    JdbiLimitedParts(Database database) {
        this.database = database;
    }

    @Override
    public synchronized int taken(SetVersion version) {
        Set<String> jobs = holders(version);
        int taken = jobs.size();
        for (Map.Entry<String, Map<SetVersion, Integer>> other : reserved.entrySet()) {
            if (other.getValue().containsKey(version) && !jobs.contains(other.getKey())) {
                taken++;
            }
        }
        return taken;
    }

    private Set<String> holders(SetVersion version) {
        if (database.dialect().isShared()) {
            return new HashSet<>(jobs(version));
        }
        return onRecord.computeIfAbsent(version, unknown -> new HashSet<>(jobs(unknown)));
    }

    @Override
    public boolean reserve(String job, Map<SetVersion, Integer> limits) {
        return limits.isEmpty() || reserveEach(job, limits);
    }

    private synchronized boolean reserveEach(String job, Map<SetVersion, Integer> limits) {
        boolean left = limits.entrySet().stream().allMatch(limit -> taken(limit.getKey()) < limit.getValue());
        if (left) {
            reserved.put(job, Map.copyOf(limits));
        }
        return left;
    }

    /** Whether a failed append was committed is not known, so the table is asked again. */
    @Override
    public synchronized void cancel(String job) {
        Map<SetVersion, Integer> limits = reserved.remove(job);
        if (limits != null) {
            limits.keySet().forEach(onRecord::remove);
        }
    }

    @Override
    public List<String> jobs(SetVersion version) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT job FROM set_use WHERE id = ? AND version = ? ORDER BY job")
                        .bind(0, version.set())
                        .bind(1, version.version())
                        .mapTo(String.class)
                        .list());
    }

    /**
     * Takes or gives back what these entries take or give back, in their transaction.
     *
     * @throws PartsTakenException when another process has taken the last part since it was reserved
     */
    void write(JournalWriter open, Job job, List<Entry> entries) throws SQLException {
        if (job.counted().isEmpty()) {
            return;
        }
        boolean takes = takes(entries);
        boolean givesBack = givesBack(entries);
        for (SetVersion version : job.counted()) {
            if (takes) {
                open.insertUse(version, job.id());
                refuseBeyondLimit(open, version, job.id());
            }
            if (givesBack) {
                open.deleteUse(version, job.id());
            }
        }
    }

    private void refuseBeyondLimit(JournalWriter open, SetVersion version, String job) throws SQLException {
        if (open.takesTurns() && open.countUses(version) > limit(version, job)) {
            throw new PartsTakenException(version);
        }
    }

    private synchronized int limit(SetVersion version, String job) {
        return reserved.getOrDefault(job, Map.of()).getOrDefault(version, Integer.MAX_VALUE);
    }

    /** The entries are committed. */
    void committed(Job job, List<Entry> entries) {
        if (!job.counted().isEmpty()) {
            settle(job, takes(entries), givesBack(entries));
        }
    }

    private synchronized void settle(Job job, boolean takes, boolean givesBack) {
        for (SetVersion version : job.counted()) {
            Set<String> jobs = onRecord.get(version);
            if (jobs != null && takes) {
                jobs.add(job.id());
            }
            if (jobs != null && givesBack) {
                jobs.remove(job.id());
            }
        }
        reserved.remove(job.id());
    }

    private static boolean takes(List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.event() instanceof JobEvent.Staging);
    }

    /** Whether the job has ended, and the machine is known not to have it. */
    private static boolean givesBack(List<Entry> entries) {
        return entries.stream().map(Entry::event).anyMatch(JdbiLimitedParts::givesBack);
    }

    private static boolean givesBack(JobEvent event) {
        return event instanceof JobEvent.Refused
                || event instanceof JobEvent.Expired
                || event instanceof JobEvent.Cancelled
                || event instanceof JobEvent.MadeSafe
                || event instanceof JobEvent.EndedByHand
                || (event instanceof JobEvent.Failed && !JobRow.isInDoubt(event));
    }
}
