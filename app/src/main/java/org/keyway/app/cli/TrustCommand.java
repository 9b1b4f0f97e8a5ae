package org.keyway.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.opcua.security.certificate.Pki;
import org.keyway.opcua.security.certificate.TrustDesk;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose certificates are trusted; effective at once, also in a server that runs. */
@Command(
        name = "trust",
        description = "Lists and decides on the certificates of OPC UA clients and servers.",
        mixinStandardHelpOptions = true,
        subcommands = {TrustCommand.Show.class, TrustCommand.Accept.class, TrustCommand.Reject.class})
final class TrustCommand extends CommandGroup {
    /** Where the certificates are. */
    static final class Place {
        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
        private @Nullable Path config;

        @Option(
                names = "--pki",
                required = true,
                paramLabel = "DIR",
                description = "the folder of certificates itself, such as .keyway/demo/pki")
        private @Nullable Path pki;
    }

    /** Does something with the trusted and the rejected certificates. */
    abstract static class AtDesk extends DeskCommand {
        @ArgGroup(multiplicity = "1")
        @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
        private Place place;

        @Override
        public Integer call() throws Exception {
            Path folder = place.pki;
            OpcUaConfiguration configuration = folder != null || place.config == null
                    ? new OpcUaConfiguration(folder == null ? Path.of("pki") : folder, 0)
                    : ConfigurationFile.read(place.config).configuration().opcUa();
            return at(new TrustDesk(new Pki(configuration, Clock.systemUTC())));
        }

        abstract int at(TrustDesk desk);

        void print(TrustDesk.Listed certificate) {
            out().printf(
                            "%s %s until %s %s %s%n",
                            certificate.trusted() ? "trusted " : "rejected",
                            certificate.thumbprint(),
                            certificate.until(),
                            certificate.application(),
                            certificate.subject());
        }

        int told(TrustDesk.Outcome outcome) {
            if (outcome instanceof TrustDesk.Outcome.Refused refused) {
                return refused(refused.problem());
            }
            print(((TrustDesk.Outcome.Done) outcome).certificate());
            return 0;
        }
    }

    /** Lists certificates. */
    @Command(
            name = "list",
            description = "Lists the certificates that are trusted and those that were turned away.",
            mixinStandardHelpOptions = true)
    static final class Show extends AtDesk {
        @Override
        int at(TrustDesk desk) {
            desk.all().forEach(this::print);
            return 0;
        }
    }

    /** Trusts. */
    @Command(
            name = "accept",
            description =
                    "Trusts a certificate that was turned away. Compare the thumbprint with that of the client first.",
            mixinStandardHelpOptions = true)
    static final class Accept extends AtDesk {
        @Parameters(paramLabel = "THUMBPRINT", description = "its SHA-256 thumbprint, or the first digits of it")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String thumbprint;

        @Override
        int at(TrustDesk desk) {
            return told(desk.accept(thumbprint));
        }
    }

    /** Trusts no more. */
    @Command(name = "reject", description = "Trusts a certificate no more.", mixinStandardHelpOptions = true)
    static final class Reject extends AtDesk {
        @Parameters(paramLabel = "THUMBPRINT", description = "its SHA-256 thumbprint, or the first digits of it")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String thumbprint;

        @Override
        int at(TrustDesk desk) {
            return told(desk.reject(thumbprint));
        }
    }
}
