package org.keyway.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keyway.app.config.ConfigurationFile;
import org.keyway.job.account.Account;
import org.keyway.job.account.AccountDesk;
import org.keyway.job.account.Role;
import org.keyway.opcua.security.certificate.Thumbprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Who may sign in. */
@Command(
        name = "user",
        description = "Makes, lists and removes the accounts of people and machines.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class,
            UserCommand.Show.class,
            UserCommand.Remove.class,
            UserCommand.Password.class
        })
final class UserCommand extends CommandGroup {
    /** Does something with the accounts in the database. */
    abstract static class AtDesk extends DeskCommand {
        @Option(names = "--config", required = true, paramLabel = "FILE", description = "the configuration file")
        @SuppressWarnings("NullAway.Init") // set by picocli, which refuses a command line without it
        private Path config;

        @Override
        public Integer call() throws Exception {
            try (WorkshopSession session =
                    WorkshopSession.open(ConfigurationFile.read(config).configuration())) {
                return at(session.part(AccountDesk.class));
            }
        }

        abstract int at(AccountDesk desk) throws IOException;

        int told(AccountDesk.Outcome outcome, String done) {
            if (outcome instanceof AccountDesk.Outcome.Refused refused) {
                return refused(refused.problem());
            }
            out().println(done);
            return 0;
        }

        Optional<String> password() throws IOException {
            Optional<String> password = PasswordInput.read();
            if (password.isEmpty()) {
                err().println("no password was given, or another the second time");
            }
            return password;
        }
    }

    /** Makes an account. */
    @Command(
            name = "add",
            description = "Makes an account. The password is asked for, or read from standard input.",
            mixinStandardHelpOptions = true)
    static final class Add extends AtDesk {
        @Parameters(paramLabel = "NAME", description = "what it signs in as")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "Observer, Operator, Engineer, Supervisor, MesClient, MachineClient or SecurityAdmin;"
                        + " several times for several")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private List<String> roles;

        @Option(
                names = "--machine",
                paramLabel = "ID",
                description = "a machine that a MachineClient is the control of")
        private List<String> machines = List.of();

        @Option(
                names = "--certificate",
                paramLabel = "FILE",
                description =
                        "a certificate (DER or PEM) by which it proves itself, or its application does; no password")
        private @Nullable Path certificate;

        @Option(
                names = "--application",
                paramLabel = "URI",
                description = "the URI of a trusted application that is it, whatever its certificate; no password")
        private @Nullable String application;

        @Override
        int at(AccountDesk desk) throws IOException {
            Account account = new Account(
                    name,
                    roles.stream().map(this::role).collect(Collectors.toSet()),
                    Set.copyOf(machines),
                    certificate == null ? Optional.empty() : Optional.of(thumbprint(certificate)),
                    Optional.ofNullable(application));
            boolean proven = certificate != null || application != null;
            Optional<String> password = proven ? Optional.empty() : password();
            return proven || password.isPresent()
                    ? told(desk.add(account, password), name + " may sign in")
                    : Keyway.PROBLEMS_FOUND;
        }

        private Role role(String word) {
            return Role.of(word)
                    .orElseThrow(() -> new ParameterException(spec().commandLine(), word + " is no role; see --help"));
        }

        private String thumbprint(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Thumbprint.of((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(in));
            } catch (CertificateException e) {
                throw new ParameterException(spec().commandLine(), file + " is no certificate", e);
            }
        }
    }

    /** Lists accounts. */
    @Command(name = "list", description = "Lists the accounts.", mixinStandardHelpOptions = true)
    static final class Show extends AtDesk {
        @Override
        int at(AccountDesk desk) {
            for (Account account : desk.all()) {
                StringBuilder line = new StringBuilder(account.name())
                        .append(" roles=")
                        .append(account.roles().stream()
                                .map(Role::word)
                                .sorted()
                                .collect(Collectors.joining(",")));
                if (!account.machines().isEmpty()) {
                    line.append(" machines=")
                            .append(account.machines().stream().sorted().collect(Collectors.joining(",")));
                }
                account.certificate()
                        .ifPresent(thumbprint -> line.append(" certificate=").append(thumbprint));
                account.application()
                        .ifPresent(uri -> line.append(" application=").append(uri));
                out().println(line);
            }
            return 0;
        }
    }

    /** Removes an account. */
    @Command(name = "remove", description = "Removes an account.", mixinStandardHelpOptions = true)
    static final class Remove extends AtDesk {
        @Parameters(paramLabel = "NAME", description = "whose")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Override
        int at(AccountDesk desk) {
            return told(desk.remove(name), name + " may sign in no more");
        }
    }

    /** Changes a password. */
    @Command(
            name = "password",
            description = "Gives an account another password, which is asked for, or read from standard input.",
            mixinStandardHelpOptions = true)
    static final class Password extends AtDesk {
        @Parameters(paramLabel = "NAME", description = "whose")
        @SuppressWarnings("NullAway.Init") // set by picocli
        private String name;

        @Override
        int at(AccountDesk desk) throws IOException {
            Optional<String> password = password();
            return password.isPresent()
                    ? told(desk.changePassword(name, password.get()), name + " has another password")
                    : Keyway.PROBLEMS_FOUND;
        }
    }
}
