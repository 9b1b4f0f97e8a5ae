package org.keyway.identifier.scanner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.scheme.LabelText;

/**
 * How the control characters of labels arrive: as themselves, or as a text such as <code>{GS}</code>, {@code ^]}, {@code ~},
 * {@code <F8>} or U+F70B; empty when they do not arrive.
 *
 * @param gs how the group separator (0x1D) arrives
 * @param rs how the record separator (0x1E) arrives
 * @param eot how end of transmission (0x04) arrives
 */
public record Separators(String gs, String rs, String eot) {
    /** No text for a control character is longer, in characters. */
    public static final int LONGEST_FORM = 12;

    /** All three arrive as they are. */
    public static final Separators TRUE =
            new Separators(String.valueOf(LabelText.GS), String.valueOf(LabelText.RS), String.valueOf(LabelText.EOT));

    /** GS1 character set 82 (General Specifications 7.11), apart from letters and digits: what elements may contain. */
    private static final String IN_ELEMENTS = "!\"%&'()*+,-./:;<=>?_ ";

    public Separators {
        if (gs.length() > LONGEST_FORM || rs.length() > LONGEST_FORM || eot.length() > LONGEST_FORM) {
            throw new IllegalArgumentException(
                    "a control character arrives as at most " + LONGEST_FORM + " characters");
        }
        if (equalForms(gs, rs) || equalForms(gs, eot) || equalForms(rs, eot)) {
            throw new IllegalArgumentException("two control characters cannot arrive as the same text");
        }
    }

    private static boolean equalForms(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    /** Whether every group separator is there after a scan was restored. */
    public boolean keepsGroups() {
        return certain(gs);
    }

    /** Whether the end of an envelope arrives as characters that cannot be told from those of its last field. */
    boolean leavesTraces() {
        return traces(rs) || traces(eot);
    }

    private static boolean traces(String form) {
        return !form.isEmpty() && !certain(form);
    }

    /**
     * Whether a text is told from content: <code>{GS}</code>, {@code <F8>}, {@code ~} and 0x1D are, since no element can
     * contain them; {@code 029} and {@code %} are not.
     */
    static boolean certain(String form) {
        boolean bracketed = form.length() > 2 && form.startsWith("<") && form.endsWith(">");
        return bracketed || form.chars().anyMatch(c -> !Character.isLetterOrDigit(c) && IN_ELEMENTS.indexOf(c) < 0);
    }

    /** The texts by which control characters are put back, the longest first. */
    List<Map.Entry<String, Character>> forms() {
        List<Map.Entry<String, Character>> forms = new ArrayList<>();
        add(forms, gs, LabelText.GS);
        add(forms, rs, LabelText.RS);
        add(forms, eot, LabelText.EOT);
        forms.sort(Comparator.comparing(form -> -form.getKey().length()));
        return forms;
    }

    private static void add(List<Map.Entry<String, Character>> forms, String form, char control) {
        if (certain(form)) {
            forms.add(Map.entry(form, control));
        }
    }

    static Map.@Nullable Entry<String, Character> at(String text, int at, List<Map.Entry<String, Character>> forms) {
        for (Map.Entry<String, Character> form : forms) {
            if (text.startsWith(form.getKey(), at)) {
                return form;
            }
        }
        return null;
    }
}
