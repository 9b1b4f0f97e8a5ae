package org.keyway.profile.workshopfile;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts in cells. Most stand as they are; one that a program for tables would take for a formula, cut, or not show stands as
 * <code>{quoted} "…"</code>, in quotes as YAML has them (1.2.2, 7.3.1).
 */
final class CellText {
    static final String MARK = "{quoted} ";

    /** What makes a formula of a cell in one spreadsheet or another, full-width forms included. */
    private static final Pattern DANGEROUS = Pattern.compile("[=+\\-@|%＝＋－＠{].*", Pattern.DOTALL);

    private CellText() {}

    /** The cell of a text. */
    static String cell(String text) {
        return isPlain(text) ? text : quoted(text);
    }

    static String quoted(String text) {
        return MARK + YamlWriter.quoted(text);
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.strip().length() == text.length()
                && !DANGEROUS.matcher(text).matches()
                && text.codePoints().allMatch(character -> character == '\n' || YamlWriter.isVisible(character));
    }

    /** The text of a cell; empty when it is marked as quoted and isn't. */
    static Optional<String> text(String cell, YamlReader yaml) {
        String stripped = cell.strip();
        if (!stripped.startsWith(MARK.strip())) {
            return Optional.of(stripped);
        }
        return yaml.value(stripped.substring(MARK.strip().length()).strip(), 1)
                .filter(node -> stripped.endsWith("\""))
                .flatMap(node -> node instanceof Node.Scalar scalar && scalar.value() instanceof String text
                        ? Optional.of(text)
                        : Optional.empty());
    }
}
