package org.keyway.profile.life;

import java.util.List;
import org.keyway.profile.SetProblem;

/** What came of a change of a version. */
public sealed interface LifeOutcome {
    /** It is durable, in force where it releases something, and in the audit. */
    record Done(VersionRecord version) implements LifeOutcome {}

    /**
     * Somebody else was quicker; nothing was changed.
     *
     * @param problem names who and when
     * @param now the version as it is, with that name, time and revision
     */
    record Conflict(SetProblem problem, VersionRecord now) implements LifeOutcome {}

    /** There is no such version. */
    record NotFound(SetProblem problem) implements LifeOutcome {}

    /** It must not be; everything that stands against it. Nothing was changed. */
    record Refused(List<SetProblem> problems) implements LifeOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
