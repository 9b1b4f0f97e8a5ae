package org.keyway.identifier.scanner;

/**
 * What a keyboard layout of the computer that is not the scanner's makes of its keys. Characters that are not named arrive
 * as they are printed.
 *
 * @param received characters that arrive for others; each once
 * @param printed the ASCII character on the label for each of them, in the same order; each once
 * @param unreadable characters that arrive for more than one on the label, so that a scan with one cannot be read
 */
public record KeyboardLayout(String received, String printed, String unreadable) {
    /** The layout of the computer is that of the scanner. */
    public static final KeyboardLayout SAME = new KeyboardLayout("", "", "");

    private static final int MOST = 128;

    public KeyboardLayout {
        if (received.length() != printed.length() || received.length() > MOST || unreadable.length() > MOST) {
            throw new IllegalArgumentException(
                    "a keyboard layout names as many characters received as printed, at most " + MOST
                            + ", and at most as many unreadable ones");
        }
        if (received.chars().distinct().count() != received.length()
                || printed.chars().distinct().count() != printed.length()) {
            throw new IllegalArgumentException("a keyboard layout names a character twice");
        }
        if (printed.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a keyboard layout is for the printable characters of ASCII");
        }
        for (int i = 0; i < received.length(); i++) {
            if (digit(received.charAt(i)) && digit(printed.charAt(i)) && received.charAt(i) != printed.charAt(i)) {
                throw new IllegalArgumentException("no keyboard layout makes one digit of another");
            }
        }
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letterOrDigit(char c) {
        return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /**
     * Whether a label that arrives as it is printed, the computer's layout having been switched back, may be read as
     * another without any sign of it: a letter or digit comes from a character that labels hold, or becomes another one.
     */
    boolean misreadsUnnoticed() {
        for (int i = 0; i < received.length(); i++) {
            char from = received.charAt(i);
            char to = printed.charAt(i);
            if (from <= '~' && from != to && (letterOrDigit(from) || letterOrDigit(to))) {
                return true;
            }
        }
        return false;
    }

    /** Whether this character of a label arrives as another one. */
    boolean moves(char c) {
        int at = printed.indexOf(c);
        return at >= 0 && received.charAt(at) != c;
    }

    /** Whether every character arrives as it is printed. */
    public boolean same() {
        return received.isEmpty() && unreadable.isEmpty();
    }

    /**
     * The character on the label for one that arrived, or -1 when that is not certain: it stands for several, or it cannot
     * come from this scanner at all, as a letter with an accent that a dead key swallowed.
     */
    int printed(char c) {
        if (same()) {
            return c;
        }
        if (unreadable.indexOf(c) >= 0) {
            return -1;
        }
        int at = received.indexOf(c);
        if (at >= 0) {
            return printed.charAt(at);
        }
        return c > '~' || printed.indexOf(c) >= 0 ? -1 : c;
    }
}
