package org.keyway.job.store;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.JobEvent;
import org.keyway.job.JobQuery;
import org.keyway.job.Jobs;
import org.keyway.profile.store.Database;

/** Jobs, put together from their journal entries. */
public final class JdbiJobs implements Jobs {
    private static final String MACHINED = """
            SELECT 1 FROM job
            WHERE serial = ? AND product = ? AND machine = ? AND operation = ?
              AND (state IN ('VERIFIED', 'RELEASED', 'ACCEPTED', 'COMPLETED')
                   OR (state = 'FAILED' AND unsettled = TRUE))
            FETCH FIRST 1 ROW ONLY""";

    private final Database database;
    private final JobEventJson json = new JobEventJson();

    @Inject
    JdbiJobs(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Job> find(String id) {
        return database.jdbi().withHandle(handle -> load(handle, List.of(id))).stream()
                .findFirst();
    }

    @Override
    public Optional<Job> findByRequest(String requestId) {
        return database
                .jdbi()
                .withHandle(handle -> load(
                        handle,
                        handle.createQuery("""
                                SELECT id FROM job WHERE request_id = :request
                                UNION SELECT job FROM job_scan WHERE request_id = :request""")
                                .bind("request", requestId)
                                .mapTo(String.class)
                                .list()))
                .stream()
                .findFirst();
    }

    /** Plain JDBC: every scan asks, and an operator waits for the answer. */
    @Override
    public boolean machined(String product, String serial, String machine, String operation) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(MACHINED)) {
            select.setString(1, serial);
            select.setString(2, product);
            select.setString(3, machine);
            select.setString(4, operation);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the jobs of serial " + serial + " can't be looked up", e);
        }
    }

    @Override
    public List<Job> unsettled(String machine) {
        return database.jdbi()
                .withHandle(handle -> load(
                        handle,
                        handle.createQuery("SELECT id FROM job WHERE unsettled = TRUE AND machine = ? ORDER BY id")
                                .bind(0, machine)
                                .mapTo(String.class)
                                .list()));
    }

    @Override
    public List<Job> halfCollected() {
        return database.jdbi()
                .withHandle(handle ->
                        load(handle, handle.createQuery("""
                                SELECT id FROM job WHERE unsettled = TRUE AND machine IS NULL ORDER BY id""").mapTo(String.class).list()));
    }

    @Override
    public List<Job> search(JobQuery query) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder sql = new StringBuilder("SELECT id FROM job WHERE 1 = 1");
        query.serial().ifPresent(value -> and(sql, values, "serial = :serial", "serial", value));
        query.product().ifPresent(value -> and(sql, values, "product = :product", "product", value));
        query.station().ifPresent(value -> and(sql, values, "station = :station", "station", value));
        query.machine().ifPresent(value -> and(sql, values, "machine = :machine", "machine", value));
        query.state().ifPresent(value -> and(sql, values, "state = :state", "state", value.name()));
        query.from().ifPresent(value -> and(sql, values, "received_at >= :from", "from", utc(value)));
        query.to().ifPresent(value -> and(sql, values, "received_at < :to", "to", utc(value)));
        query.after().ifPresent(value -> and(sql, values, "id < :after", "after", value));
        sql.append(" ORDER BY id DESC FETCH FIRST :limit ROWS ONLY");
        return database.jdbi().withHandle(handle -> {
            Query select = handle.createQuery(sql.toString()).bind("limit", query.limit());
            values.forEach(select::bind);
            return load(handle, select.mapTo(String.class).list());
        });
    }

    private static void and(
            StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        sql.append(" AND ").append(condition);
        values.put(name, value);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The jobs in the order of the ids; an id without entries is left out. */
    private List<Job> load(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Job> jobs = new HashMap<>();
        handle.createQuery("SELECT job, at, kind, body FROM journal WHERE job IN (<ids>) ORDER BY seq")
                .bindList("ids", ids)
                .map((row, context) -> new StoredEntry(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        json.read(row.getString(3), row.getString(4))))
                .forEach(entry -> jobs.compute(entry.job(), (id, job) -> fold(id, job, entry.event(), entry.at())));
        List<Job> found = new ArrayList<>(ids.size());
        for (String id : ids) {
            Job job = jobs.get(id);
            if (job != null) {
                found.add(job);
            }
        }
        return found;
    }

    /**
     * The job after one more of its entries; none came before the first.
     *
     * @throws IllegalStateException when the first is not its receipt
     */
    static Job fold(String id, @Nullable Job job, JobEvent event, Instant at) {
        if (event instanceof JobEvent.Received received) {
            return Job.received(id, received, at);
        }
        if (job == null) {
            throw new IllegalStateException("the journal of job " + id + " doesn't begin with its receipt");
        }
        return job.after(event, at);
    }

    private record StoredEntry(String job, Instant at, JobEvent event) {}
}
