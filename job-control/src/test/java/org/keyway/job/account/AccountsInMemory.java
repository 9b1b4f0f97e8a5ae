package org.keyway.job.account;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts that are gone with the test, and may be out of reach for a while. */
final class AccountsInMemory implements AccountStore {
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile boolean reachable = true;

    void unplug() {
        reachable = false;
    }

    @Override
    public List<Account> all() {
        if (!reachable) {
            throw new IllegalStateException("unplugged");
        }
        return kept.values().stream()
                .map(Kept::account)
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public Optional<Kept> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public boolean insert(Kept account) {
        return kept.putIfAbsent(account.account().name(), account) == null;
    }

    @Override
    public boolean changePassword(String name, String hash) {
        return kept.computeIfPresent(name, (key, old) -> new Kept(old.account(), Optional.of(hash))) != null;
    }

    @Override
    public boolean delete(String name) {
        return kept.remove(name) != null;
    }
}
