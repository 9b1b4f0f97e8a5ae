package org.keyway.job.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountStore;
import org.keyway.job.account.Role;
import org.keyway.profile.store.Database;

/** The accounts in the database. */
public final class JdbiAccounts implements AccountStore {
    private static final String SELECT =
            "SELECT name, roles, machines, password_hash, certificate, application FROM account ";

    /** The class of SQL states for a key that is taken. */
    private static final String CONSTRAINT_VIOLATED = "23";

    private final Database database;
    private final Clock clock;

    @Inject
    public JdbiAccounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Account> all() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SELECT + "ORDER BY name")
                        .map((row, context) -> kept(row).account())
                        .list());
    }

    @Override
    public Optional<Kept> find(String name) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(SELECT + "WHERE name = ?")
                        .bind(0, name)
                        .map((row, context) -> kept(row))
                        .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Account account = new Account(
                row.getString("name"),
                words(row.getString("roles")).stream()
                        .flatMap(word -> Role.of(word).stream())
                        .collect(Collectors.toSet()),
                words(row.getString("machines")),
                Optional.ofNullable(row.getString("certificate")),
                Optional.ofNullable(row.getString("application")));
        return new Kept(account, Optional.ofNullable(row.getString("password_hash")));
    }

    private static Set<String> words(String joined) {
        return Arrays.stream(joined.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    @Override
    public boolean insert(Kept kept) {
        try {
            database.jdbi().useHandle(handle -> insert(handle, kept));
            return true;
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLException sql
                    && String.valueOf(sql.getSQLState()).startsWith(CONSTRAINT_VIOLATED)) {
                return false;
            }
            throw e;
        }
    }

    private void insert(Handle handle, Kept kept) {
        Account account = kept.account();
        handle.createUpdate("""
                        INSERT INTO account (name, roles, machines, password_hash, certificate, application, created_at,
                                             changed_at)
                        VALUES (:name, :roles, :machines, :password, :certificate, :application, :now, :now)""")
                .bind("name", account.name())
                .bind("roles", joined(account.roles().stream().map(Role::word)))
                .bind("machines", joined(account.machines().stream()))
                .bind("password", kept.password().orElse(null))
                .bind("certificate", account.certificate().orElse(null))
                .bind("application", account.application().orElse(null))
                .bind("now", OffsetDateTime.now(clock))
                .execute();
    }

    private static String joined(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(" "));
    }

    @Override
    public boolean changePassword(String name, String hash) {
        return database.jdbi()
                        .withHandle(handle -> handle.execute(
                                "UPDATE account SET password_hash = ?, changed_at = ? WHERE name = ?",
                                hash,
                                OffsetDateTime.now(clock),
                                name))
                > 0;
    }

    @Override
    public boolean delete(String name) {
        return database.jdbi().withHandle(handle -> handle.execute("DELETE FROM account WHERE name = ?", name)) > 0;
    }
}
