package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyway.app.config.ConfigurationFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies a chain of hashes in the database, and says its head or what is wrong with it. */
abstract class ChainVerify implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
    @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
    private Path config;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HeadOption expected;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** What came of it. */
    sealed interface Finding {
        /** Everything holds; how many entries there are, and the hash of the last. */
        record Intact(long entries, String head) implements Finding {}

        /** Something doesn't; a sentence that says what. */
        record Wrong(String sentence) implements Finding {}
    }

    abstract Finding verify(WorkshopSession session, HeadOption expected);

    @Override
    public Integer call() throws Exception {
        ConfigurationFile.Read read = ConfigurationFile.read(config);
        try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data())) {
            Finding finding = verify(session, expected);
            if (finding instanceof Finding.Intact intact) {
                spec.commandLine()
                        .getOut()
                        .printf("intact: %d entries, head %d:%s%n", intact.entries(), intact.entries(), intact.head());
                return 0;
            }
            spec.commandLine().getErr().println(((Finding.Wrong) finding).sentence());
            return Keyway.PROBLEMS_FOUND;
        }
    }
}
