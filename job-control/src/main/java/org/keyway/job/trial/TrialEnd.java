package org.keyway.job.trial;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyway.job.JobCode;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.profile.life.Change;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.LifeState;
import org.keyway.profile.life.ParameterSetLife;
import org.keyway.profile.life.ParameterSetVersions;
import org.keyway.profile.life.VersionRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends trials by their result; where that may not be, says so beside the version, once. */
final class TrialEnd {
    private static final Logger LOG = LoggerFactory.getLogger(TrialEnd.class);
    private static final String AUTHOR = "Keyway";
    private static final int LONGEST_COMMENT = 2000;

    private final ParameterSetLife life;
    private final ParameterSetVersions versions;
    private final ProblemCatalogue problems;

    @Inject
    TrialEnd(ParameterSetLife life, ParameterSetVersions versions, ProblemCatalogue problems) {
        this.life = life;
        this.versions = versions;
        this.problems = problems;
    }

    void promote(VersionRecord version, Problem result) {
        end(version, true, result);
    }

    void withdraw(VersionRecord version, Problem result) {
        end(version, false, result);
    }

    private void end(VersionRecord version, boolean ok, Problem result) {
        String reason = ReasonText.of(result, Change.LONGEST_REASON);
        LifeOutcome outcome = life.trialEnded(version.name(), ok, reason);
        if (outcome instanceof LifeOutcome.Done) {
            LOG.info("{} {} by its trial: {}", version.name(), ok ? "promoted" : "withdrawn", reason);
        } else if (outcome instanceof LifeOutcome.Refused refused && isStillOpen(version)) {
            String causes = refused.problems().stream()
                    .map(problem -> problem.code() + " " + problem.message().en())
                    .collect(Collectors.joining("; "));
            Map<String, Object> facts = Map.of("result", result.code(), "cause", causes);
            leaveOpen(version, problems.problem(JobCode.TRIAL_NOT_ENDED, facts));
        } else {
            LOG.info("the trial of {} was ended by somebody else", version.name());
        }
    }

    private boolean isStillOpen(VersionRecord version) {
        return versions.find(version.name())
                .filter(now -> now.state() == LifeState.ON_TRIAL)
                .isPresent();
    }

    /** Leaves a trial to whoever reads why. */
    void leaveOpen(VersionRecord version, Problem why) {
        String text = ReasonText.of(why, LONGEST_COMMENT);
        boolean said = versions.comments(version.name()).stream()
                .anyMatch(comment -> comment.text().equals(text));
        if (!said) {
            LOG.warn("the trial of {} stays open: {}", version.name(), text);
            life.comment(version.name(), AUTHOR, text);
        }
    }
}
