package org.keyway.terminal.set;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.SetProblem;
import org.keyway.profile.life.LifeOutcome;
import org.keyway.profile.life.VersionRecord;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;

/** Turns what stands against a change into an answer. */
final class ChangeProblem {
    /** A step that the version's state doesn't allow. */
    private static final String WRONG_STATE = "KW-SET-004";

    private ChangeProblem() {}

    /**
     * The version that came of a change.
     *
     * @throws HttpProblem when the change was refused or overtaken
     */
    static VersionRecord done(LifeOutcome outcome) {
        if (outcome instanceof LifeOutcome.Done done) {
            return done.version();
        }
        if (outcome instanceof LifeOutcome.Conflict conflict) {
            SetProblem problem = conflict.problem();
            throw HttpProblem.told(Code.OVERTAKEN, problem.code(), problem.message(), List.of())
                    .with(VersionJson.of(conflict.now()));
        }
        if (outcome instanceof LifeOutcome.NotFound missing) {
            throw HttpProblem.told(
                    Code.UNKNOWN_SET,
                    missing.problem().code(),
                    missing.problem().message(),
                    List.of());
        }
        throw refused(((LifeOutcome.Refused) outcome).problems());
    }

    /** One problem speaks for itself; several are listed. */
    static HttpProblem refused(List<SetProblem> problems) {
        List<FieldError> errors = problems.stream()
                .map(problem ->
                        new FieldError(problem.path(), problem.code(), Map.of(), Optional.of(problem.message())))
                .toList();
        if (problems.size() != 1) {
            return HttpProblem.refused(errors);
        }
        SetProblem only = problems.get(0);
        Code code = only.code().equals(WRONG_STATE) ? Code.WRONG_STATE : Code.CHANGE_REFUSED;
        return HttpProblem.told(code, only.code(), only.message(), errors);
    }
}
