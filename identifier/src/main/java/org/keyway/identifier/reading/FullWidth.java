package org.keyway.identifier.reading;

/** Full-width forms and the punctuation of a Chinese input method, where each stands for exactly one key. */
public final class FullWidth {
    private static final String FROM = "\u3000\u3010\u3011\u3001\u3002\u300A\u300B\u201C\u201D\u2018\u2019";
    private static final String TO = " []\\.<>\"\"''";

    private FullWidth() {}

    /** The text in normal width; unchanged when other foreign characters show that it is meant so. */
    static String fold(String text) {
        if (ascii(text)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int normal = normal(text.charAt(i));
            if (normal < 0) {
                return text;
            }
            folded.append((char) normal);
        }
        return folded.toString();
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** The character of normal width for one key's character, or -1 when no single key of a keyboard makes it. */
    public static int normal(char c) {
        if (c <= 0x7F || (c >= '\u2400' && c <= '\u2424')) {
            return c;
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return c - 0xFEE0;
        }
        int known = FROM.indexOf(c);
        return known < 0 ? -1 : TO.charAt(known);
    }
}
