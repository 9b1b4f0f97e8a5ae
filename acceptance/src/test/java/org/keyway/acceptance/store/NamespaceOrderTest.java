package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.opcua.store.JdbiNamespaceOrder;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;

/** The indexes of namespaces, on each database. */
@EachDatabase
final class NamespaceOrderTest {
    private final DatabaseConfiguration configuration;
    private Database database;

    NamespaceOrderTest(DatabaseKind kind) {
        configuration = kind.fresh();
        database = new Database(configuration);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasSeenFirstStaysFirstAfterARestart() {
        assertThat(new JdbiNamespaceOrder(database).known()).isEmpty();
        new JdbiNamespaceOrder(database).append("urn:second:by:name");
        new JdbiNamespaceOrder(database).append("urn:first:by:name");

        database.close();
        database = new Database(configuration);

        assertThat(new JdbiNamespaceOrder(database).known()).containsExactly("urn:second:by:name", "urn:first:by:name");
    }
}
