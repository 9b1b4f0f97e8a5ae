package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.job.JournalVerdict;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.store.JournalVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        private static final Pattern ANCHOR = Pattern.compile("(\\d{1,18}):([0-9a-fA-F]{64})");

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
        @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
        private Path config;

        @Option(
                names = "--expect",
                paramLabel = "SEQ:HASH",
                description = "a head that was printed before and kept elsewhere; the journal must still hold it")
        private @Nullable String expect;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            ConfigurationFile.Read read = ConfigurationFile.read(config);
            try (WorkshopSession session = WorkshopSession.openCopy(read.configuration(), read.data())) {
                JournalVerdict verdict = session.part(JournalVerification.class).verify(anchor());
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

        private Optional<Anchor> anchor() {
            if (expect == null) {
                return Optional.empty();
            }
            Matcher matcher = ANCHOR.matcher(expect);
            if (!matcher.matches()) {
                throw new ParameterException(
                        spec.commandLine(), "--expect takes the number of an entry and its hash: SEQ:HASH");
            }
            return Optional.of(new Anchor(
                    Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT)));
        }
    }
}
