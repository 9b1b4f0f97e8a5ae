package org.keyway.opcua.security.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyway.profile.store.DataFolder;

/**
 * Who has decided on which certificate, in {@code decisions.log}, a line each: the commands that decide can't always write into
 * the database, which a server may have for itself. The server takes it from here into the audit.
 */
final class TrustDecisions {
    private static final String TRUSTED = "accept";
    private static final String NOT_TRUSTED = "reject";

    private final Path file;

    TrustDecisions(Path pki) {
        this.file = pki.resolve("decisions.log");
    }

    void add(Instant at, String by, boolean trusted, String thumbprint) {
        String line = at + " " + (trusted ? TRUSTED : NOT_TRUSTED) + " " + thumbprint + " " + by + "\n";
        try {
            DataFolder.make(file.toAbsolutePath().resolveSibling("."));
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has last decided so; nobody where somebody has moved a file by hand. */
    Optional<String> by(boolean trusted, String thumbprint) {
        String decision = " " + (trusted ? TRUSTED : NOT_TRUSTED) + " " + thumbprint + " ";
        return lines().stream()
                .filter(line -> line.contains(decision))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(line.indexOf(decision) + decision.length()));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
