package org.keyway.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.AuditVerdict.Anchor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Work on the audit. */
@Command(
        name = "audit",
        description = "Checks the audit of the workshop.",
        mixinStandardHelpOptions = true,
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Computes every hash again and compares the workshop with it. */
    @Command(
            name = "verify",
            description =
                    "Tells whether any entry of the audit was changed, taken out or put in, or the workshop beside it.",
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
                AuditVerdict verdict = session.part(AuditTrail.class).verify(expected.anchor(Anchor::new));
                if (verdict instanceof AuditVerdict.Intact intact) {
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

        private static String sentence(AuditVerdict verdict) {
            if (verdict instanceof AuditVerdict.Differing differing) {
                return differing.kind() + " " + differing.thing() + " differs: " + differing.reason();
            }
            AuditVerdict.Broken broken = (AuditVerdict.Broken) verdict;
            return "broken at entry " + broken.seq() + ": " + broken.reason();
        }
    }
}
