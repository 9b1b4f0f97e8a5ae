package org.keyway.job.store;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.keyway.job.order.BookedOrder;
import org.keyway.job.order.JobOrders;
import org.keyway.job.order.OrderState;
import org.keyway.profile.store.ChangeNotices;
import org.keyway.profile.store.ChangeNotices.Kind;
import org.keyway.profile.store.Database;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Orders in the database, one row for each, as JSON. */
public final class JdbiJobOrders implements JobOrders {
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final ChangeNotices notices;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    JdbiJobOrders(Database database, ChangeNotices notices) {
        this.database = database;
        this.notices = notices;
    }

    @Override
    public List<BookedOrder> of(String machine) {
        return in(machine, List.copyOf(EnumSet.allOf(OrderState.class)));
    }

    @Override
    public List<BookedOrder> in(String machine, List<OrderState> states) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT body FROM job_order WHERE machine = :machine AND state IN (<states>)
                        ORDER BY stored_at, id""")
                        .bind("machine", machine)
                        .bindList("states", names(states))
                        .mapTo(String.class)
                        .map(this::read)
                        .list());
    }

    private static List<String> names(List<OrderState> states) {
        return states.stream().map(Enum::name).toList();
    }

    @Override
    public Optional<BookedOrder> find(String machine, String id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT body FROM job_order WHERE machine = ? AND id = ?")
                        .bind(0, machine)
                        .bind(1, id)
                        .mapTo(String.class)
                        .map(this::read)
                        .findFirst());
    }

    @Override
    public int unended(String machine) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM job_order
                        WHERE machine = ? AND scanned = FALSE AND state NOT IN ('COMPLETED', 'CLOSED', 'ABORTED')""")
                        .bind(0, machine)
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public boolean insert(BookedOrder order) {
        try {
            return changed(order, handle -> insert(handle, order));
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private int insert(Handle handle, BookedOrder order) {
        return handle.createUpdate("""
                INSERT INTO job_order (machine, id, state, stored_at, revision, scanned, body)
                VALUES (:machine, :id, :state, :storedAt, :revision, :scanned, :body)""")
                .bind("machine", order.machine())
                .bind("id", order.order().id())
                .bind("state", order.state().name())
                .bind("storedAt", order.storedAt().atOffset(ZoneOffset.UTC))
                .bind("revision", order.revision())
                .bind("scanned", order.order().isScanned())
                .bind("body", mapper.writeValueAsString(order))
                .execute();
    }

    @Override
    public boolean update(BookedOrder before, BookedOrder after) {
        return changed(
                after,
                handle -> handle.createUpdate("""
                        UPDATE job_order SET state = :state, revision = :revision, body = :body
                        WHERE machine = :machine AND id = :id AND revision = :before""")
                        .bind("state", after.state().name())
                        .bind("revision", after.revision())
                        .bind("body", mapper.writeValueAsString(after))
                        .bind("machine", before.machine())
                        .bind("id", before.order().id())
                        .bind("before", before.revision())
                        .execute());
    }

    @Override
    public boolean delete(BookedOrder order) {
        return changed(
                order,
                handle -> handle.createUpdate("DELETE FROM job_order WHERE machine = ? AND id = ? AND revision = ?")
                        .bind(0, order.machine())
                        .bind(1, order.order().id())
                        .bind(2, order.revision())
                        .execute());
    }

    /** Does a change and tells the other nodes of it, if there was something to change. */
    private boolean changed(BookedOrder order, ToIntFunction<Handle> change) {
        return database.jdbi().inTransaction(handle -> {
            boolean done = change.applyAsInt(handle) == 1;
            if (done) {
                notices.note(handle, Kind.ORDERS, List.of(order.machine()));
            }
            return done;
        });
    }

    private BookedOrder read(String body) {
        return mapper.readValue(body, BookedOrder.class);
    }
}
