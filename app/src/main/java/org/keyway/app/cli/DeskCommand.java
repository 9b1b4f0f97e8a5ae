package org.keyway.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.keyway.job.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands that decide on accounts and on certificates have in common. */
abstract class DeskCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    final CommandSpec spec() {
        return spec;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Tells why nothing was changed; the exit status. */
    final int refused(Problem problem) {
        err().println(problem.code() + " " + problem.message().en());
        return Keyway.PROBLEMS_FOUND;
    }
}
