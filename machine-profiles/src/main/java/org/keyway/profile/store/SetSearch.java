package org.keyway.profile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.keyway.profile.life.SetQuery;
import org.keyway.profile.life.VersionRecord;

/**
 * Looks for sets by their documents. Within a document, {@code "product":"CB-150"} stands where the scope names the product
 * and nowhere else: quotes within texts are escaped. The database reads through the table in the order of ids until a page is
 * full, so a filter that nothing meets costs a walk through all of it.
 */
final class SetSearch {
    private static final String NEWEST = """
            p.version = (SELECT MAX(q.version) FROM parameter_set q WHERE q.id = p.id AND q.state <> 'DISCARDED')""";

    private SetSearch() {}

    static List<VersionRecord> find(Handle handle, WorkshopJson json, SetQuery query) {
        List<String> like = new ArrayList<>();
        query.names().forEach((key, name) -> like.add(named(json, key.word(), name)));
        StringBuilder sql = new StringBuilder(VersionRow.SELECT).append("WHERE p.id > :after AND ");
        sql.append(query.state().isPresent() ? "p.state = :state" : NEWEST);
        for (int i = 0; i < like.size(); i++) {
            sql.append(" AND p.document LIKE :like").append(i).append(" ESCAPE '!'");
        }
        if (query.text().isPresent()) {
            sql.append(" AND LOWER(p.document) LIKE :text ESCAPE '!'");
        }
        sql.append(" ORDER BY p.id, p.version FETCH FIRST :limit ROWS ONLY");
        Query statement =
                handle.createQuery(sql.toString()).bind("after", query.after()).bind("limit", query.limit());
        for (int i = 0; i < like.size(); i++) {
            statement.bind("like" + i, like.get(i));
        }
        query.state().ifPresent(state -> statement.bind("state", state.name()));
        query.text().ifPresent(text -> statement.bind("text", within(text.toLowerCase(Locale.ROOT))));
        return statement.map((row, context) -> VersionRow.read(row, json)).list();
    }

    /** The ids of sets that name something and may still count, at most so many. */
    static List<String> naming(Handle handle, WorkshopJson json, String key, String name, int limit) {
        return handle.createQuery("""
                SELECT DISTINCT id FROM parameter_set
                WHERE state NOT IN ('RETIRED', 'DISCARDED') AND document LIKE ? ESCAPE '!'
                ORDER BY id FETCH FIRST ? ROWS ONLY""")
                .bind(0, named(json, key, name))
                .bind(1, limit)
                .mapTo(String.class)
                .list();
    }

    private static String named(WorkshopJson json, String key, String name) {
        String entry = json.write(Map.of(key, name));
        return within(entry.substring(1, entry.length() - 1));
    }

    private static String within(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
