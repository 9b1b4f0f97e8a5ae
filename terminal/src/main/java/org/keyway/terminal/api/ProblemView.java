package org.keyway.terminal.api;

import java.util.Map;
import java.util.TreeMap;
import org.keyway.identifier.Message;
import org.keyway.job.Problem;
import org.keyway.profile.Rejection;

/** Why a job was refused or failed, or why nothing matched, as JSON. */
public record ProblemView(String code, Message message, Map<String, Object> details) {
    /** As JSON. */
    public static ProblemView of(Problem problem) {
        return new ProblemView(problem.code(), problem.message(), new TreeMap<>(problem.details()));
    }

    /** As JSON. */
    public static ProblemView of(Rejection rejection) {
        return new ProblemView(rejection.code(), rejection.message(), new TreeMap<>(rejection.details()));
    }
}
