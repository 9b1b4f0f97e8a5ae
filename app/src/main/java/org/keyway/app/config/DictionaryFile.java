package org.keyway.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.identifier.gs1.ApplicationIdentifiers;

/** A GS1 Barcode Syntax Dictionary in a file. */
final class DictionaryFile {
    private static final int LARGEST = 1_000_000;

    private DictionaryFile() {}

    /**
     * Reads the file.
     *
     * @throws ConfigurationException when it can't be read, or naming the line that is malformed
     */
    static ApplicationIdentifiers read(Path file) throws ConfigurationException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationException(file + ": larger than a dictionary can be");
            }
            return ApplicationIdentifiers.ofDictionary(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ConfigurationException(file + ": can't be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        }
    }
}
