package org.keyway.app.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.Separators;

/**
 * A file that says what a scanner does to labels; every key may be left out. A separator that does not arrive is the empty
 * text.
 *
 * <pre>
 * prefix: "S1:"
 * suffix: "\t"
 * caseSwapped: false
 * layout: {received: "zyß+", printed: "yz-]", unreadable: "´"}
 * separators: {gs: "{GS}", rs: "^^", eot: ""}
 * symbologySent: true
 * </pre>
 */
public final class ScannerProfileFile {
    private static final String UNWITNESSED =
            "a profile that exchanges letters or their case needs scans that show it: symbologySent: true (with ] in the"
                    + " layout, where that exchanges letters), or a prefix or suffix that arrives changed";

    private ScannerProfileFile() {}

    private record Document(
            @Nullable String prefix,
            @Nullable String suffix,
            @Nullable Boolean caseSwapped,
            @Nullable Layout layout,
            @Nullable Forms separators,
            @Nullable Boolean symbologySent) {}

    private record Layout(
            @Nullable String received,
            @Nullable String printed,
            @Nullable String unreadable) {}

    private record Forms(
            @Nullable String gs,
            @Nullable String rs,
            @Nullable String eot) {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException when it can't be read, has a key too many, or says what no scanner can do
     */
    public static ScannerProfile read(Path file) throws ConfigurationException {
        Document document = StrictYaml.read(file, Document.class);
        try {
            ScannerProfile profile = profile(document);
            if (!profile.witnessed()) {
                throw new IllegalArgumentException(UNWITNESSED);
            }
            return profile;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        }
    }

    private static ScannerProfile profile(Document document) {
        Layout layout = document.layout() == null ? new Layout(null, null, null) : document.layout();
        Forms forms = document.separators() == null ? new Forms(null, null, null) : document.separators();
        return new ScannerProfile(
                or(document.prefix(), ""),
                or(document.suffix(), ""),
                Boolean.TRUE.equals(document.caseSwapped()),
                new KeyboardLayout(or(layout.received(), ""), or(layout.printed(), ""), or(layout.unreadable(), "")),
                new Separators(
                        or(forms.gs(), Separators.TRUE.gs()),
                        or(forms.rs(), Separators.TRUE.rs()),
                        or(forms.eot(), Separators.TRUE.eot())),
                Boolean.TRUE.equals(document.symbologySent()));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
