package org.keyway.app.cli;

import org.keyway.profile.audit.AuditTrail;
import org.keyway.profile.audit.AuditVerdict;
import org.keyway.profile.audit.AuditVerdict.Anchor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
    static final class Verify extends ChainVerify {
        @Override
        Finding verify(WorkshopSession session, HeadOption expected) {
            AuditVerdict verdict = session.part(AuditTrail.class).verify(expected.anchor(Anchor::new));
            if (verdict instanceof AuditVerdict.Intact intact) {
                return new Finding.Intact(intact.entries(), intact.head());
            }
            if (verdict instanceof AuditVerdict.Differing differing) {
                return new Finding.Wrong(
                        differing.kind() + " " + differing.thing() + " differs: " + differing.reason());
            }
            AuditVerdict.Broken broken = (AuditVerdict.Broken) verdict;
            return new Finding.Wrong("broken at entry " + broken.seq() + ": " + broken.reason());
        }
    }
}
