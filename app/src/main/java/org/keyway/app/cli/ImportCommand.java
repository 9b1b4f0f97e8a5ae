package org.keyway.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyway.app.KeywayServer;
import org.keyway.app.config.AppConfiguration;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.coverage.ReleaseImpact;
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

    @Option(
            names = "--confirmed",
            description = "changes of things by which parts get other values, or none, are meant")
    private boolean confirmed;

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
                            new ImportTerms(
                                    release ? ImportTerms.Sets.RELEASE : ImportTerms.Sets.DRAFT,
                                    System.getProperty("user.name", "unknown"),
                                    "import",
                                    !confirmed));
            if (outcome instanceof WorkshopImporter.Outcome.Unconfirmed unconfirmed) {
                return unconfirmed(unconfirmed.changes());
            }
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

    private int unconfirmed(List<ReleaseImpact.Change> changes) {
        PrintWriter err = spec.commandLine().getErr();
        changes.forEach(change -> err.println(line(change)));
        err.println("Nothing was imported: parts would get other values, or none. Add --confirmed if this is meant.");
        return Keyway.PROBLEMS_FOUND;
    }

    private static String line(ReleaseImpact.Change change) {
        MatchRequest request = change.request();
        String values = change.values().stream()
                .map(value -> value.parameter() + " " + text(value.before()) + " -> " + text(value.after()))
                .collect(Collectors.joining(", "));
        return request.identity().product() + ", " + request.machine() + ", " + request.operation() + ": "
                + (change.after() instanceof MatchResult.Matched ? "" : "no longer matched; ") + values;
    }

    private static String text(Optional<Object> value) {
        return value.map(Object::toString).orElse("none");
    }

    private int refused(List<ImportProblem> problems) {
        spec.commandLine().getErr().println(KeywayServer.sentences(problems));
        return Keyway.PROBLEMS_FOUND;
    }
}
