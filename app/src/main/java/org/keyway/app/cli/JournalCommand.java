package org.keyway.app.cli;

import org.keyway.job.JournalVerdict;
import org.keyway.job.JournalVerdict.Anchor;
import org.keyway.job.store.JournalVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    static final class Verify extends ChainVerify {
        @Override
        Finding verify(WorkshopSession session, HeadOption expected) {
            JournalVerdict verdict = session.part(JournalVerification.class).verify(expected.anchor(Anchor::new));
            if (verdict instanceof JournalVerdict.Intact intact) {
                return new Finding.Intact(intact.entries(), intact.head());
            }
            if (verdict instanceof JournalVerdict.Differing differing) {
                return new Finding.Wrong("job " + differing.job() + " differs: " + differing.reason());
            }
            JournalVerdict.Broken broken = (JournalVerdict.Broken) verdict;
            return new Finding.Wrong("broken at entry " + broken.seq() + ": " + broken.reason());
        }
    }
}
