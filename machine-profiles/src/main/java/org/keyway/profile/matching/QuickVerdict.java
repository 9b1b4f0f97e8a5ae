package org.keyway.profile.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ValueSource;

/**
 * Sees at a glance that a case is matched, where only constants of sets without layers and demands are at work, so that
 * half a million good cases needn't be derived one by one. Where it doesn't see it the matcher has to say.
 */
final class QuickVerdict {
    private final ProfilePlan plan;
    private final CaseLimits limits;
    private final ValueSource[] winners;
    private final long[] ranks;

    private QuickVerdict(ProfilePlan plan, CaseLimits limits) {
        this.plan = plan;
        this.limits = limits;
        this.winners = new ValueSource[plan.size()];
        this.ranks = new long[plan.size()];
    }

    static boolean isMatched(
            MatchRequest request,
            ProfilePlan plan,
            CaseLimits limits,
            List<SetIndex.Candidate> found,
            PartCounts counts) {
        QuickVerdict verdict = new QuickVerdict(plan, limits);
        for (SetIndex.Candidate candidate : found) {
            Guard guard = candidate.set().guard();
            if (!guard.isPlain()) {
                if (guard.layer().isPresent() || guard.trust().isPresent()) {
                    return false;
                }
                if (!Judged.of(candidate, request.identity().attributes(), request.at(), counts)
                        .covers()) {
                    continue;
                }
            }
            if (!verdict.take(candidate)) {
                return false;
            }
        }
        return !found.isEmpty() && verdict.isComplete();
    }

    /** Takes the values that no better set has; whether it raises no doubt. */
    private boolean take(SetIndex.Candidate candidate) {
        int[] slots = plan.slots(candidate.set().shape());
        for (int place = 0; place < winners.length; place++) {
            if (slots[place] == ProfilePlan.ABSENT) {
                continue;
            }
            ValueSource source = candidate.set().values()[slots[place]];
            ValueSource winner = winners[place];
            if (winner == null) {
                winners[place] = source;
                ranks[place] = candidate.rank();
            } else if (ranks[place] == candidate.rank() && !source.equals(winner)) {
                return false;
            }
        }
        return true;
    }

    private boolean isComplete() {
        boolean any = false;
        for (int place = 0; place < winners.length; place++) {
            @Nullable ValueSource winner = winners[place];
            if (winner == null && plan.parameter(place).required()) {
                return false;
            }
            if (winner != null && !fits(place, winner)) {
                return false;
            }
            any |= winner != null;
        }
        return any;
    }

    private boolean fits(int place, ValueSource winner) {
        return winner instanceof ValueSource.Constant constant
                && plan.settle(place, constant) instanceof Settled.Fits fits
                && limits.allow(place, fits, plan);
    }
}
