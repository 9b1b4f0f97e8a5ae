package org.keyway.opcua.security.audit;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountJournal;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.audit.AuditEntry.Kind;

/** Keeps changes of accounts in the audit before the command that made them ends. */
public final class AccountAudit implements AccountJournal {
    private static final String GOOD = "Good";

    private final AuditStore store;
    private final Clock clock;

    @Inject
    public AccountAudit(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void changed(Action action, String name, Optional<Account> account) {
        Optional<String> none = Optional.empty();
        Optional<String> rights = account.map(AccountAudit::rights);
        boolean removed = action == Action.REMOVED;
        store.append(List.of(new AuditEntry(
                clock.instant(),
                Kind.ACCOUNT,
                Optional.of(Actor.here()),
                none,
                none,
                none,
                Optional.of(name),
                removed ? rights : none,
                Optional.of(
                        removed
                                ? action.name()
                                : action.name() + rights.map(text -> " " + text).orElse("")),
                GOOD,
                none)));
    }

    private static String rights(Account account) {
        return "roles=" + account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(","))
                + " machines="
                + String.join(",", account.machines().stream().sorted().toList())
                + account.certificate()
                        .map(thumbprint -> " certificate=" + thumbprint)
                        .orElse("")
                + account.application().map(uri -> " application=" + uri).orElse("");
    }
}
