package org.keyway.profile.life;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.keyway.profile.audit.ChangeAction;
import org.keyway.profile.store.SetTransaction;

/** Writes states over: one version takes another's place. */
final class DueReleases {
    private DueReleases() {}

    /** Releases every scheduled version whose time has come; answers their sets. */
    static Set<String> settle(SetTransaction tx, Instant now) {
        Set<String> settled = new HashSet<>();
        for (VersionRecord due : tx.due(now)) {
            Change change = new Change(due.changed().by(), due.reason());
            replace(tx, due, change, now);
            tx.update(due, due.into(LifeState.RELEASED, change, now), ChangeAction.RELEASED_AS_SCHEDULED);
            settled.add(due.set().id());
        }
        return settled;
    }

    /** Retires the version in force, for another of its set. */
    static void replace(SetTransaction tx, VersionRecord next, Change change, Instant now) {
        for (VersionRecord version : tx.versions(next.set().id())) {
            if (version.state() == LifeState.RELEASED) {
                tx.update(version, version.into(LifeState.RETIRED, change, now), ChangeAction.REPLACED);
            }
        }
    }
}
