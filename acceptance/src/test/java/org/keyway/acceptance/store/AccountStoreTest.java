package org.keyway.acceptance.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountStore;
import org.keyway.job.account.AccountStore.Kept;
import org.keyway.job.account.Role;
import org.keyway.job.store.JdbiAccounts;
import org.keyway.opcua.security.audit.AuditEntry;
import org.keyway.opcua.security.audit.AuditEntry.Kind;
import org.keyway.opcua.security.audit.AuditStore;
import org.keyway.opcua.store.JdbiAuditStore;
import org.keyway.profile.store.Database;

/** Accounts, and the audit of what clients did, on each database. */
@EachDatabase
final class AccountStoreTest {
    private static final String THUMBPRINT = "0f".repeat(32);
    private static final Kept PLC = new Kept(
            new Account(
                    "plc-气缸",
                    Set.of(Role.MACHINE_CLIENT, Role.OBSERVER),
                    Set.of("HMC-01", "HMC/02"),
                    Optional.of(THUMBPRINT),
                    Optional.of("urn:plant:plc")),
            Optional.empty());

    private final Database database;
    private final AccountStore accounts;
    private final AuditStore audit;

    AccountStoreTest(DatabaseKind kind) {
        database = new Database(kind.fresh());
        accounts = new JdbiAccounts(database, Clock.systemUTC());
        audit = new JdbiAuditStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAccountComesBackWhole() {
        Kept named = new Kept(Account.of("wang", Role.OPERATOR), Optional.of("$argon2id$…"));
        assertThat(accounts.insert(PLC)).isTrue();
        assertThat(accounts.insert(named)).isTrue();
        assertThat(accounts.find("plc-气缸")).contains(PLC);
        assertThat(accounts.find("wang")).contains(named);
        assertThat(accounts.find("WANG")).isEmpty();
        assertThat(accounts.all()).containsExactlyInAnyOrder(PLC.account(), named.account());
    }

    @Test
    void aNameACertificateAndAnApplicationHaveOneAccount() {
        accounts.insert(PLC);
        assertThat(accounts.insert(PLC)).isFalse();
        assertThat(accounts.insert(new Kept(
                        new Account("b", Set.of(Role.OBSERVER), Set.of(), Optional.of(THUMBPRINT), Optional.empty()),
                        Optional.empty())))
                .isFalse();
        assertThat(accounts.insert(new Kept(
                        new Account(
                                "c", Set.of(Role.OBSERVER), Set.of(), Optional.empty(), Optional.of("urn:plant:plc")),
                        Optional.empty())))
                .isFalse();
        assertThat(accounts.all()).hasSize(1);
    }

    @Test
    void aPasswordIsChangedAndAnAccountRemovedOnce() {
        accounts.insert(new Kept(Account.of("li", Role.ENGINEER), Optional.of("old")));
        assertThat(accounts.changePassword("li", "new")).isTrue();
        assertThat(accounts.find("li").flatMap(Kept::password)).contains("new");
        assertThat(accounts.delete("li")).isTrue();
        assertThat(accounts.delete("li")).isFalse();
        assertThat(accounts.changePassword("li", "new")).isFalse();
    }

    @Test
    void theAuditComesBackTheNewestFirstAndIsCutWhereItIsTooLong() {
        Instant at = Instant.parse("2026-11-25T08:00:00.123Z");
        AuditEntry write = new AuditEntry(
                at,
                Kind.WRITE,
                Optional.of("plc"),
                Optional.of("urn:plant:plc"),
                Optional.of("192.0.2.7"),
                Optional.of("HMC-01"),
                Optional.of("ns=8;s=HMC-01/Handover/StageNo"),
                Optional.of("1"),
                Optional.of("2"),
                "Good",
                Optional.of("entry 7"));
        AuditEntry hostile = new AuditEntry(
                at,
                Kind.CALL,
                Optional.of("x".repeat(1_000)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("y".repeat(10_000)),
                Optional.of("a\0b"),
                Optional.of("z".repeat(10_000)),
                "Bad_UserAccessDenied",
                Optional.empty());
        audit.append(List.of(write, hostile));
        List<AuditEntry> newest = audit.newest(10);
        assertThat(newest).hasSize(2);
        assertThat(newest.get(1)).isEqualTo(write);
        assertThat(newest.get(0).before()).contains("a\uFFFDb");
        assertThat(newest.get(0).after().orElseThrow()).hasSize(2_000);
        assertThat(audit.newest(1)).containsExactly(newest.get(0));
    }
}
