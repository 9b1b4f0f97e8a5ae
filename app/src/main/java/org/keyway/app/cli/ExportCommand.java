package org.keyway.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.profile.store.WorkshopStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the workshop out as files. */
@Command(
        name = "export",
        description = "Writes the workshop as files that can be imported again.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "the folder, new or empty")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path folder;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "yaml",
            description = "how parameter sets are written: yaml, csv or xlsx; everything else is yaml")
    @SuppressWarnings("NullAway.Init") // set by picocli, which has a default
    private ExportFiles.Format format;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        try (var entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                spec.commandLine().getErr().println("keyway: " + folder + " is not empty");
                return Keyway.PROBLEMS_FOUND;
            }
        }
        ConfigurationFile.Read read = ConfigurationFile.read(config);
        try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data())) {
            Map<String, byte[]> files =
                    ExportFiles.of(session.part(WorkshopStore.class).content(), format);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            spec.commandLine().getOut().printf("%d files in %s%n", files.size(), folder);
            return 0;
        }
    }
}
