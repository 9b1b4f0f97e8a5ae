package org.keyway.job.account;

import java.util.List;
import java.util.Optional;

/** Where accounts are kept. */
public interface AccountStore {
    /**
     * An account as kept.
     *
     * @param password its hash; none for somebody who proves himself otherwise
     */
    record Kept(Account account, Optional<String> password) {}

    /** All accounts by name. */
    List<Account> all();

    /** The account of a name, exactly as written. */
    Optional<Kept> find(String name);

    /** Keeps a new account; false when there is one of this name, or another has its certificate or application. */
    boolean insert(Kept account);

    /** Puts another hash in place; false when there is no such account. */
    boolean changePassword(String name, String hash);

    /** Forgets an account; false when there is none. */
    boolean delete(String name);
}
