package org.keyway.opcua.handover;

import java.util.List;
import java.util.Optional;

/**
 * What follows from an event: the state, to be on the disk before anything of it is published, and what to tell.
 *
 * @param refusal why what was asked for was not done; empty when it was, or nothing was asked
 */
record HandoverStep(HandoverState state, List<HandoverNotice> notices, Optional<HandoverCode> refusal) {
    HandoverStep {
        notices = List.copyOf(notices);
    }

    static HandoverStep to(HandoverState state, HandoverNotice... notices) {
        return new HandoverStep(state, List.of(notices), Optional.empty());
    }

    static HandoverStep refused(HandoverState state, HandoverCode code) {
        return new HandoverStep(state, List.of(), Optional.of(code));
    }
}
