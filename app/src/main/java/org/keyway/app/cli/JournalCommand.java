package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.job.JournalVerdict;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.store.JournalVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Work on the journal. */
@Command(
        name = "journal",
        description = "Checks the journal.",
        mixinStandardHelpOptions = true,
        subcommands = JournalCommand.Verify.class)
final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Computes every hash again and compares the jobs with it. */
    @Command(
            name = "verify",
            description = "Tells whether any entry of the journal was changed, taken out or put in.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
        @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
        private Path config;

        @Mixin
        @SuppressWarnings("NullAway.Init") // set by picocli
        private HeadOption expected;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            ConfigurationFile.Read read = ConfigurationFile.read(config);
            try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data())) {
                JournalVerdict verdict = session.part(JournalVerification.class).verify(expected.anchor(Anchor::new));
                if (verdict instanceof JournalVerdict.Intact intact) {
                    spec.commandLine()
                            .getOut()
                            .printf(
                                    "intact: %d entries, head %d:%s%n",
                                    intact.entries(), intact.entries(), intact.head());
                    return 0;
                }
                spec.commandLine().getErr().println(sentence(verdict));
                return Keyway.PROBLEMS_FOUND;
            }
        }

        private static String sentence(JournalVerdict verdict) {
            if (verdict instanceof JournalVerdict.Differing differing) {
                return "job " + differing.job() + " differs: " + differing.reason();
            }
            JournalVerdict.Broken broken = (JournalVerdict.Broken) verdict;
            return "broken at entry " + broken.seq() + ": " + broken.reason();
        }
    }
}
