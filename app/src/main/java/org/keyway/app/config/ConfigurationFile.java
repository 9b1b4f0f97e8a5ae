package org.keyway.app.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.opcua.OpcUaConfiguration;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.store.DatabaseRefusedException;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopFolder;
import org.keyway.terminal.TerminalConfiguration;
import org.keyway.terminal.page.LabelSheet;

/**
 * A configuration file.
 *
 * <pre>
 * data: /var/lib/keyway            # database, certificates
 * database:                        # a file in the data folder where nothing is said
 *   url: jdbc:postgresql://db.example/keyway
 *   user: keyway
 *   passwordFrom: "file:/run/secrets/keyway"   # or env:NAME
 *   connections: 8
 *   insecure: false                # another computer without TLS, or without its certificate checked
 * http: {host: 127.0.0.1, port: 8080}
 * opcua:                           # for this computer alone where nothing is said
 *   bind: 0.0.0.0
 *   port: 4840
 *   hostnames: [keyway.example, 10.0.0.5]      # as clients reach it; all stand in our certificate
 *   policies: [Basic256Sha256, Aes128_Sha256_RsaOaep, Aes256_Sha256_RsaPss]
 *   commissioning: false           # true: anyone may read without signing in, in clear text
 *   limits: {sessions: 400, connections: 1000}
 * workshop: [workshop]             # files or folders, beside this file; imported at every start
 * variables: {CELL_PORT: "48400"}
 * identifier: identifier.yaml      # labels of the site's own
 * matching: {precedence: [[order], [product, machine, operation], [product], [family], []]}
 * release: {fourEyes: true}        # somebody else than its editors must release a parameter set
 * </pre>
 */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    private record Document(
            @Nullable String data,
            @Nullable DatabaseEntry database,
            @Nullable Http http,
            @Nullable OpcUaSection opcua,
            @Nullable List<String> workshop,
            @Nullable Map<String, String> variables,
            @Nullable String identifier,
            @Nullable Matching matching,
            @Nullable Release release) {}

    private record Matching(@Nullable List<List<String>> precedence) {}

    private record Http(@Nullable String host, @Nullable Integer port) {}

    private record Release(@Nullable Boolean fourEyes) {}

    /** A configuration as read, with the folder that holds its data. */
    public record Read(AppConfiguration configuration, Path data) {}

    /**
     * Reads a file; relative paths in it are beside it.
     *
     * @throws ConfigurationException when the file, or a file that it names, can't be used
     */
    public static Read read(Path file) throws ConfigurationException {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        Document document = StrictYaml.read(file, Document.class);
        if (document.data() == null) {
            throw new ConfigurationException(file + ": data is missing: the folder for database and certificates");
        }
        Path data = folder.resolve(document.data());
        AppConfiguration configuration = new AppConfiguration(
                database(document, file, data),
                http(document, file),
                opcUa(document, file, folder, data),
                identifier(document, folder),
                precedence(document, file),
                workshop(document, folder),
                document.variables() == null ? Map.of() : document.variables(),
                new LabelSheet(List.of()),
                release(document));
        return new Read(configuration, data);
    }

    private static DatabaseConfiguration database(Document document, Path file, Path data)
            throws ConfigurationException {
        if (document.database() == null) {
            return DatabaseConfiguration.file(AppConfiguration.databaseFile(data));
        }
        try {
            return document.database().configuration();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": database: " + e.getMessage());
        } catch (DatabaseRefusedException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        }
    }

    private static TerminalConfiguration http(Document document, Path file) throws ConfigurationException {
        TerminalConfiguration usual = TerminalConfiguration.DEFAULT;
        Http http = document.http();
        if (http == null) {
            return usual;
        }
        try {
            return new TerminalConfiguration(
                    http.host() == null ? usual.host() : http.host(), http.port() == null ? usual.port() : http.port());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": http: " + e.getMessage());
        }
    }

    private static OpcUaConfiguration opcUa(Document document, Path file, Path folder, Path data)
            throws ConfigurationException {
        OpcUaSection section = document.opcua() == null ? OpcUaSection.none() : document.opcua();
        try {
            return section.configuration(folder, data);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": opcua: " + e.getMessage());
        }
    }

    private static Precedence precedence(Document document, Path file) throws ConfigurationException {
        Matching matching = document.matching();
        if (matching == null || matching.precedence() == null) {
            return Precedence.DEFAULT;
        }
        try {
            return Precedence.of(matching.precedence());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": matching: precedence: " + e.getMessage());
        }
    }

    private static ReleasePolicy release(Document document) {
        Release release = document.release();
        return release == null || release.fourEyes() == null
                ? ReleasePolicy.DEFAULT
                : new ReleasePolicy(release.fourEyes());
    }

    private static IdentifierConfiguration identifier(Document document, Path folder) throws ConfigurationException {
        return document.identifier() == null
                ? IdentifierConfiguration.standard()
                : IdentifierFile.read(folder.resolve(document.identifier()));
    }

    private static List<WorkshopFile> workshop(Document document, Path folder) throws ConfigurationException {
        if (document.workshop() == null) {
            return List.of();
        }
        try {
            WorkshopFolder.Found found = WorkshopFolder.read(
                    document.workshop().stream().map(folder::resolve).toList());
            if (!found.problems().isEmpty()) {
                throw new ConfigurationException(
                        found.problems().get(0).message().en());
            }
            return found.files();
        } catch (IOException e) {
            throw new ConfigurationException("the workshop files can't be read: " + e.getMessage());
        }
    }
}
