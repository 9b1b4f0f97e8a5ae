package org.keyway.identifier.resolution.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a secret is found: {@code env:NAME} or {@code file:PATH}. It is looked up anew each time, so that a file may be
 * renewed, and is part of no text.
 *
 * @param reference as configured
 */
public record SecretReference(String reference) {
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final int LONGEST = 16_384;

    /**
     * A reference.
     *
     * @throws IllegalArgumentException when it is none; the text isn't repeated, for it may be the secret itself
     */
    public SecretReference {
        boolean known = reference.startsWith(ENVIRONMENT) || reference.startsWith(FILE);
        if (!known || reference.indexOf(':') == reference.length() - 1) {
            throw new IllegalArgumentException("a secret must be given as env:NAME or file:PATH, never itself");
        }
    }

    /** The secret without white space around it; empty when there is none, or it can't be sent in a header. */
    Optional<String> secret() {
        return found().map(String::strip)
                .filter(text -> !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7F));
    }

    /** The text as it stands, where it is of several lines, such as a key; empty when there is none. */
    Optional<String> text() {
        return found();
    }

    private Optional<String> found() {
        if (reference.startsWith(ENVIRONMENT)) {
            return Optional.ofNullable(System.getenv(reference.substring(ENVIRONMENT.length())));
        }
        Path file = Path.of(reference.substring(FILE.length()));
        try {
            return Files.size(file) > LONGEST ? Optional.empty() : Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
