package org.keyway.profile.life;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Rejection;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.SetProblem;
import org.keyway.profile.SubmissionCheck;
import org.keyway.profile.matching.Clash;
import org.keyway.profile.matching.CurrentWorkshop;

/** Refuses versions that rank the same as a released set and disagree with it in some case. */
final class ClashSubmission implements SubmissionCheck {
    private final CurrentWorkshop current;
    private final Clock clock;

    @Inject
    ClashSubmission(CurrentWorkshop current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public List<SetProblem> check(ParameterSet set, int version) {
        return current.clashes(clock.instant()).check(new ReleasedSet(set, version), List.of()).stream()
                .map(ClashSubmission::problem)
                .toList();
    }

    private static SetProblem problem(Clash clash) {
        Rejection rejection = clash.rejection();
        return new SetProblem("values." + clash.parameter(), rejection.code(), rejection.message());
    }
}
