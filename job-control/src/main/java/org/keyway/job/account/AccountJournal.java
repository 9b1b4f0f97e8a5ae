package org.keyway.job.account;

import java.util.Optional;

/** Keeps who has changed which account, and when. */
@FunctionalInterface
public interface AccountJournal {
    /** What was done to an account. */
    enum Action {
        ADDED,
        PASSWORD_CHANGED,
        REMOVED
    }

    /**
     * Told of a change after it was made.
     *
     * @param account as it is since an {@link Action#ADDED}, or was until a {@link Action#REMOVED}; never with its password
     */
    void changed(Action action, String name, Optional<Account> account);
}
