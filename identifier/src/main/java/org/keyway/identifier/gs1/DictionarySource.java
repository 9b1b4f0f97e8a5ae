package org.keyway.identifier.gs1;

import java.util.List;

/**
 * Where a table of application identifiers comes from, to be shown and logged.
 *
 * @param name of the built-in table, or of the file
 * @param release the day of the GS1 Barcode Syntax Dictionary that the table states, {@code YYYY-MM-DD}; {@code unknown}
 *     when it states none
 * @param warnings what the table asks for and is not judged: linters that are unknown here, with their line
 */
public record DictionarySource(String name, String release, List<String> warnings) {
    private static final String RELEASE = "# Release: ";

    public DictionarySource {
        warnings = List.copyOf(warnings);
    }

    /** The release that a line of comment states among these lines. */
    static String release(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(RELEASE))
                .map(line -> line.substring(RELEASE.length()).strip())
                .findFirst()
                .orElse("unknown");
    }
}
