package org.keyway.opcua.store;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.keyway.opcua.model.load.NamespaceOrder;
import org.keyway.profile.store.Database;

/** The order of namespaces in the database. One that may only be read remembers what is new for this run alone. */
public final class JdbiNamespaceOrder implements NamespaceOrder {
    private final Database database;
    private final List<String> unkept = new ArrayList<>();

    @Inject
    public JdbiNamespaceOrder(Database database) {
        this.database = database;
    }

    @Override
    public synchronized List<String> known() {
        List<String> uris = new ArrayList<>(database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT uri FROM opcua_namespace ORDER BY place")
                        .mapTo(String.class)
                        .list()));
        uris.addAll(unkept);
        return uris;
    }

    @Override
    public synchronized void append(String uri) {
        if (database.isReadOnly()) {
            unkept.add(uri);
            return;
        }
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO opcua_namespace (place, uri) SELECT COALESCE(MAX(place), 0) + 1, ? FROM opcua_namespace",
                        uri));
    }
}
