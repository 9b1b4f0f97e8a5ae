package org.keyway.profile.life;

import org.keyway.profile.audit.ChangeAction;

/** A step from one state into another. */
enum LifeStep {
    EDIT(LifeState.DRAFT, ChangeAction.EDITED),
    DISCARD(LifeState.DRAFT, ChangeAction.DISCARDED),
    SUBMIT(LifeState.DRAFT, ChangeAction.SUBMITTED),
    REJECT(LifeState.SUBMITTED, ChangeAction.REJECTED),
    RELEASE(LifeState.SUBMITTED, ChangeAction.RELEASED),
    SCHEDULE(LifeState.SUBMITTED, ChangeAction.SCHEDULED),
    WITHDRAW_SCHEDULE(LifeState.SCHEDULED, ChangeAction.SCHEDULE_WITHDRAWN),
    RETIRE(LifeState.RELEASED, ChangeAction.RETIRED),
    START_TRIAL(LifeState.SUBMITTED, ChangeAction.TRIAL_STARTED),
    PROMOTE(LifeState.ON_TRIAL, ChangeAction.PROMOTED),
    WITHDRAW_TRIAL(LifeState.ON_TRIAL, ChangeAction.TRIAL_WITHDRAWN);

    private final LifeState from;
    private final ChangeAction action;

    LifeStep(LifeState from, ChangeAction action) {
        this.from = from;
        this.action = action;
    }

    LifeState from() {
        return from;
    }

    LifeState to() {
        return action.state().orElseThrow();
    }

    ChangeAction action() {
        return action;
    }

    /** Whether the matcher must be told. */
    boolean changesWhatIsInForce() {
        return from.isInIndex() || to().isInIndex();
    }
}
