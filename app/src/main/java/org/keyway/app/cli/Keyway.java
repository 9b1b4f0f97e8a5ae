package org.keyway.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.keyway.app.Causes;
import org.keyway.app.StartFailedException;
import org.keyway.app.config.ConfigurationException;
import org.keyway.simulator.control.FaultCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program. Exit status 0 success, 1 the work found problems, 2 wrong usage, 3 cannot start. */
@Command(
        name = "keyway",
        description = "Matches machining parameters to scanned products and delivers them to machines.",
        mixinStandardHelpOptions = true,
        versionProvider = Keyway.Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            IdentifyCommand.class,
            TeachCommand.class,
            TeachMachineCommand.class,
            MatchCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            NodeSetCommand.class,
            JournalCommand.class,
            AuditCommand.class,
            UserCommand.class,
            TrustCommand.class,
            FaultCommand.class,
            RehearseCommand.class
        })
public final class Keyway implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Keyway.class);

    static final int PROBLEMS_FOUND = 1;
    static final int CANNOT_START = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run
    private CommandSpec spec;

    /** Says which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Keyway.class.getPackage().getImplementationVersion();
            return new String[] {"keyway " + (version == null ? "development" : version)};
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs the program and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(execute(
                args,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    /** Runs the program; answers its exit status. */
    public static int execute(String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new Keyway())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    LOG.debug("the command failed", problem);
                    command.getErr().println("keyway: " + Causes.sentence(problem));
                    boolean cannotStart =
                            problem instanceof StartFailedException || problem instanceof ConfigurationException;
                    return cannotStart ? CANNOT_START : PROBLEMS_FOUND;
                })
                .execute(args);
    }
}
