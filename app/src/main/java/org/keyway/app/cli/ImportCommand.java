package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.workshopfile.WorkshopFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes workshop files in. */
@Command(
        name = "import",
        description =
                "Imports workshop files (yaml, csv, xlsx), all or nothing; prints every problem with file and line or cell.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files, or folders with files")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private List<Path> paths;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Option(names = "--profile", paramLabel = "ID", description = "the machine profile that tables (csv, xlsx) are for")
    private @Nullable String profile;

    @Option(names = "--release", description = "release new versions of parameter sets at once")
    private boolean release;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AppConfiguration configuration = ConfigurationFile.read(config).configuration();
        WorkshopFolder.Found found = WorkshopFolder.read(paths, Optional.ofNullable(profile));
        if (!found.problems().isEmpty()) {
            return refused(found.problems());
        }
        try (WorkshopSession session = WorkshopSession.open(configuration)) {
            WorkshopImporter.Outcome outcome = session.part(WorkshopImporter.class)
                    .importFiles(
                            found.files(),
                            configuration.variables(),
                            release,
                            System.getProperty("user.name", "unknown"));
            if (outcome instanceof WorkshopImporter.Outcome.Refused refused) {
                return refused(refused.problems());
            }
            WorkshopImporter.Outcome.Imported imported = (WorkshopImporter.Outcome.Imported) outcome;
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d new or changed, %d of them parameter sets (%s)%n",
                            imported.things(), imported.sets(), release ? "released" : "drafts");
            return 0;
        }
    }

    private int refused(List<ImportProblem> problems) {
        spec.commandLine().getErr().println(KeywayServer.sentences(problems));
        return Keyway.PROBLEMS_FOUND;
    }
}
