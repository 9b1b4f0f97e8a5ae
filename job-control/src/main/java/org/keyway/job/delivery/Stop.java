package org.keyway.job.delivery;

import org.keyway.job.Problem;

/** Ends a delivery: the machine does not hold what it should, or may not be written to. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    Stop(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
