package org.keyway.job.account;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.job.Problem;
import org.keyway.job.account.AccountJournal.Action;
import org.keyway.profile.WorkshopSource;

/** Where accounts are made, changed and removed. */
public final class AccountDesk {
    /** How short a password may be, in characters. */
    public static final int SHORTEST_PASSWORD = 10;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,63}");
    private static final Pattern URI = Pattern.compile("[!-~]{3,256}");

    private final AccountStore store;
    private final AccountDirectory directory;
    private final WorkshopSource workshop;
    private final AccountJournal journal;
    private final MessageCatalogue messages =
            MessageCatalogue.load("org.keyway.job.account.messages", AccountDesk.class.getClassLoader());

    /** What came of it. */
    public sealed interface Outcome {
        /** It is done. */
        record Done() implements Outcome {}

        /** Nothing was changed. */
        record Refused(Problem problem) implements Outcome {}
    }

    @Inject
    public AccountDesk(
            AccountStore store, AccountDirectory directory, WorkshopSource workshop, AccountJournal journal) {
        this.store = store;
        this.directory = directory;
        this.workshop = workshop;
        this.journal = journal;
    }

    /** All accounts by name. */
    public List<Account> all() {
        return store.all();
    }

    /**
     * Makes an account. A name that another account has in capitals or small letters is taken.
     *
     * @param password none for somebody who proves himself by a certificate or as an application
     */
    public Outcome add(Account account, Optional<String> password) {
        Optional<Problem> problem = problem(account, password);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Optional<String> taken = nameTaken(account.name());
        if (taken.isPresent()) {
            return refused(AccountCode.EXISTS, taken.get());
        }
        Optional<String> hash = password.map(PasswordHash::of).map(PasswordHash::text);
        boolean done = store.insert(new AccountStore.Kept(account, hash));
        return done
                ? kept(Action.ADDED, account.name(), Optional.of(account))
                : refused(AccountCode.EXISTS, account.name());
    }

    /** The account whose name nobody could tell from this one by ear. */
    private Optional<String> nameTaken(String name) {
        return store.all().stream()
                .map(Account::name)
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    /** Gives an account another password. */
    public Outcome changePassword(String name, String password) {
        Optional<Problem> problem = passwordProblem(password);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        return store.changePassword(name, PasswordHash.of(password).text())
                ? kept(Action.PASSWORD_CHANGED, name, Optional.empty())
                : refused(AccountCode.UNKNOWN, name);
    }

    /** Removes an account; whoever is signed in with it can do nothing more. */
    public Outcome remove(String name) {
        Optional<Account> was = store.find(name).map(AccountStore.Kept::account);
        return store.delete(name) ? kept(Action.REMOVED, name, was) : refused(AccountCode.UNKNOWN, name);
    }

    private Outcome kept(Action action, String name, Optional<Account> account) {
        directory.forget();
        journal.changed(action, name, account);
        return new Outcome.Done();
    }

    private Outcome refused(AccountCode code, String name) {
        return new Outcome.Refused(problem(code, Map.of("name", name)));
    }

    private Optional<Problem> problem(Account account, Optional<String> password) {
        if (!NAME.matcher(account.name()).matches()) {
            return Optional.of(problem(AccountCode.NAME_INVALID, Map.of("name", account.name())));
        }
        if (account.roles().isEmpty()) {
            return Optional.of(problem(AccountCode.NO_ROLE, Map.of("name", account.name())));
        }
        if (password.isEmpty()
                && account.certificate().isEmpty()
                && account.application().isEmpty()) {
            return Optional.of(problem(AccountCode.NO_PROOF, Map.of("name", account.name())));
        }
        Optional<String> strange =
                account.application().filter(uri -> !URI.matcher(uri).matches());
        if (strange.isPresent()) {
            return Optional.of(problem(AccountCode.APPLICATION_INVALID, Map.of("application", strange.get())));
        }
        return machineProblem(account).or(() -> password.flatMap(this::passwordProblem));
    }

    private Optional<Problem> machineProblem(Account account) {
        boolean control = account.roles().contains(Role.MACHINE_CLIENT);
        if (control == account.machines().isEmpty()) {
            AccountCode code = control ? AccountCode.MACHINE_MISSING : AccountCode.MACHINE_NEEDLESS;
            return Optional.of(problem(code, Map.of("name", account.name())));
        }
        return account.machines().stream()
                .filter(machine -> workshop.current().machine(machine).isEmpty())
                .findFirst()
                .map(machine -> problem(AccountCode.MACHINE_UNKNOWN, Map.of("machine", machine)));
    }

    private Optional<Problem> passwordProblem(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            return Optional.of(problem(AccountCode.PASSWORD_SHORT, Map.of("least", SHORTEST_PASSWORD)));
        }
        return password.length() > SignIn.LONGEST_PASSWORD
                ? Optional.of(problem(AccountCode.PASSWORD_LONG, Map.of("most", SignIn.LONGEST_PASSWORD)))
                : Optional.empty();
    }

    private Problem problem(AccountCode code, Map<String, Object> facts) {
        return new Problem(code.code(), messages.message(code.code(), facts), new TreeMap<>(facts));
    }
}
