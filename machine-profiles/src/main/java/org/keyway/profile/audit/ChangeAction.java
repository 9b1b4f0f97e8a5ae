package org.keyway.profile.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.life.LifeState;

/** What can be done to a thing of the workshop. */
public enum ChangeAction {
    /** A thing other than a set is new or differs. */
    SAVED(null),
    /** A thing other than a set is gone. */
    REMOVED(null),
    CREATED(LifeState.DRAFT),
    EDITED(LifeState.DRAFT),
    DISCARDED(LifeState.DISCARDED),
    SUBMITTED(LifeState.SUBMITTED),
    REJECTED(LifeState.DRAFT),
    SCHEDULED(LifeState.SCHEDULED),
    SCHEDULE_WITHDRAWN(LifeState.SUBMITTED),
    RELEASED(LifeState.RELEASED),
    /** The time that a release was set for has come. */
    RELEASED_AS_SCHEDULED(LifeState.RELEASED),
    TRIAL_STARTED(LifeState.ON_TRIAL),
    /** A trial ended with the release for everybody. */
    PROMOTED(LifeState.RELEASED),
    TRIAL_WITHDRAWN(LifeState.RETIRED),
    RETIRED(LifeState.RETIRED),
    /** Another version took its place. */
    REPLACED(LifeState.RETIRED),
    /** A file became a draft. */
    IMPORTED(LifeState.DRAFT),
    /** A file was released at once, without a second person. */
    IMPORTED_AND_RELEASED(LifeState.RELEASED);

    private final @Nullable LifeState state;

    ChangeAction(@Nullable LifeState state) {
        this.state = state;
    }

    /** Where a version of a set stands after it; empty for other things. */
    public Optional<LifeState> state() {
        return Optional.ofNullable(state);
    }
}
