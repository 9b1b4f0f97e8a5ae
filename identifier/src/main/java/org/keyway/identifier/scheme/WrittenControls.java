package org.keyway.identifier.scheme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Issue;

/**
 * Separators that a reader or a keyboard driver wrote out, such as <code>{GS}</code>, put back. Only for texts that are
 * known to have separators: elsewhere the same characters are content.
 */
public final class WrittenControls {
    private static final String GROUP = String.valueOf(LabelText.GS);
    private static final String RECORD = String.valueOf(LabelText.RS);
    private static final String END = String.valueOf(LabelText.EOT);
    private static final String STARTS = "{<[^\\\u241D\u241E\u2404";
    private static final List<Map.Entry<String, String>> FORMS = List.of(
            Map.entry("{GS}", GROUP),
            Map.entry("<GS>", GROUP),
            Map.entry("[GS]", GROUP),
            Map.entry("<F1>", GROUP),
            Map.entry("^]", GROUP),
            Map.entry("\\x1d", GROUP),
            Map.entry("\\x1D", GROUP),
            Map.entry("\\u001d", GROUP),
            Map.entry("\\u001D", GROUP),
            Map.entry("\u241D", GROUP),
            Map.entry("{RS}", RECORD),
            Map.entry("<RS>", RECORD),
            Map.entry("[RS]", RECORD),
            Map.entry("^^", RECORD),
            Map.entry("\\x1e", RECORD),
            Map.entry("\\x1E", RECORD),
            Map.entry("\\u001e", RECORD),
            Map.entry("\\u001E", RECORD),
            Map.entry("\u241E", RECORD),
            Map.entry("{EOT}", END),
            Map.entry("<EOT>", END),
            Map.entry("[EOT]", END),
            Map.entry("^D", END),
            Map.entry("\\x04", END),
            Map.entry("\\u0004", END),
            Map.entry("\u2404", END));

    private WrittenControls() {}

    /** The text with its separators, and the warning that says so. */
    public record Restored(String text, List<Issue> issues) {}

    /**
     * Puts written-out separators back. A text that has a true GS is left alone: its reader can send separators, so what
     * looks written out is content.
     */
    public static Restored restore(String text) {
        if (text.indexOf(LabelText.GS) >= 0 || !suspect(text)) {
            return new Restored(text, List.of());
        }
        StringBuilder restored = new StringBuilder(text.length());
        String first = "";
        for (int at = 0; at < text.length(); ) {
            Map.Entry<String, String> form = formAt(text, at);
            if (form == null) {
                restored.append(text.charAt(at++));
            } else {
                first = first.isEmpty() ? form.getKey() : first;
                restored.append(form.getValue());
                at += form.getKey().length();
            }
        }
        return first.isEmpty()
                ? new Restored(text, List.of())
                : new Restored(
                        restored.toString(), List.of(IssueCode.SEPARATORS_RESTORED.issue(Map.of("written", first))));
    }

    private static boolean suspect(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (STARTS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Map.@Nullable Entry<String, String> formAt(String text, int at) {
        if (STARTS.indexOf(text.charAt(at)) < 0) {
            return null;
        }
        for (Map.Entry<String, String> form : FORMS) {
            if (text.startsWith(form.getKey(), at)) {
                return form;
            }
        }
        return null;
    }
}
