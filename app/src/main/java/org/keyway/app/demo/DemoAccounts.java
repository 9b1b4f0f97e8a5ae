package org.keyway.app.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;

/** Accounts to try with, one for each kind of client; they get other passwords at every start. */
public final class DemoAccounts {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoAccounts() {}

    /** A name to sign in by, with what it may do. */
    public record Login(String name, String password, String roles) {}

    static List<Login> make(AccountDesk desk, String machine) {
        Set<String> known = desk.all().stream().map(Account::name).collect(Collectors.toSet());
        List<Login> logins = new ArrayList<>();
        for (Account account : List.of(
                Account.of("operator", Role.OPERATOR, Role.OBSERVER),
                Account.of("supervisor", Role.SUPERVISOR, Role.OBSERVER),
                Account.of("mes", Role.MES_CLIENT),
                Account.of("admin", Role.SECURITY_ADMIN),
                Account.ofMachine("plc-" + machine, machine))) {
            String password = password();
            if (known.contains(account.name())) {
                desk.changePassword(account.name(), password);
            } else {
                desk.add(account, Optional.of(password));
            }
            logins.add(new Login(
                    account.name(),
                    password,
                    account.roles().stream().map(Role::word).sorted().collect(Collectors.joining(","))));
        }
        return logins;
    }

    private static String password() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }
}
