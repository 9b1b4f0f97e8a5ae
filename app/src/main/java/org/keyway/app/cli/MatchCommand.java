package org.keyway.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationException;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.profile.Machine;
import org.keyway.profile.WorkshopSource;
import org.keyway.terminal.api.DryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says which values scans would bring to a machine, and why. */
@Command(
        name = "match",
        description = "Reads scans from standard input and prints the match of each as a line of JSON. Writes nothing.",
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {
    @Option(names = "--machine", required = true, paramLabel = "ID", description = "the machine")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private String machine;

    @Option(names = "--operation", paramLabel = "OP", description = "the operation; the machine's own by default")
    private @Nullable String operation;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Option(names = "--json-input", description = "each line is a JSON string")
    private boolean jsonInput;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ConfigurationFile.Read read = ConfigurationFile.read(config);
        try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data())) {
            Machine known = session.part(WorkshopSource.class)
                    .current()
                    .machine(machine)
                    .orElseThrow(() -> new ConfigurationException("there is no machine " + machine));
            DryRun trial = session.part(DryRun.class);
            JsonMapper mapper = new JsonMapper();
            PrintWriter out = spec.commandLine().getOut();
            new ScanLines(jsonInput)
                    .each(
                            System.in,
                            scan -> out.append(mapper.writeValueAsString(
                                            trial.match(scan, known, Optional.ofNullable(operation))))
                                    .append('\n'),
                            out::flush);
            out.flush();
            return 0;
        }
    }
}
