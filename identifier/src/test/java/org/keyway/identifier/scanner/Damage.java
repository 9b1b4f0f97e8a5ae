package org.keyway.identifier.scanner;

import java.util.Map;
import java.util.Random;

/**
 * What a scanner and a computer do to a label, for tests; written apart from what undoes it.
 *
 * @param layout what arrives for the characters that a keyboard layout changes
 */
record Damage(
        String prefix,
        String suffix,
        boolean capsLock,
        boolean fullWidth,
        Map<Character, Character> layout,
        String gs,
        String rs,
        String eot,
        boolean symbology) {
    static final Damage NONE = new Damage("", "", false, false, Map.of(), "\u001D", "\u001E", "\u0004", true);

    /** A US scanner at a German computer without dead keys. */
    static final Map<Character, Character> QWERTZ =
            layout("yzYZ-_=+[{]}\\|;:'\"/?@#^&*()<>`~", "zyZYß?´`üÜ+*#'öÖäÄ-_\"§&/(=);:^°");

    /** A US scanner at a French computer without dead keys. */
    static final Map<Character, Character> AZERTY = layout(
            "aqAQwzWZmM1234567890!@#$%^&*()-_=+[{]}\\|;:'\"<,>./?`~",
            "qaQAzwZW,?&é\"'(-è_çà1234567890)°=+^¨$£*µmMù%.;/:!§²³");

    private static final String[] PREFIXES = {"", "", "\u0002", "S1:", "*", "]X", "00", "KEY", "line 4 "};
    private static final String[] SUFFIXES = {"", "", "\r", "\r\n", "\t", "\u0003", "#\r", "END", "Y"};
    private static final String[] GROUPS = {
        "\u001D", "\u001D", "{GS}", "^]", "~", "|", "\\u001d", "\uF70B", "<F8>", "029", "", "%", "[GS]", "\u241D", "^"
    };
    private static final String[] RECORDS = {"\u001E", "\u001E", "{RS}", "^^", "\uF70C", "", "030", "|", "{GS}"};
    private static final String[] ENDS = {"\u0004", "\u0004", "{EOT}", "^D", "", "004", "\u0004"};

    static Damage any(Random random) {
        Map<Character, Character> layout = switch (random.nextInt(4)) {
            case 0 -> QWERTZ;
            case 1 -> AZERTY;
            default -> Map.of();
        };
        return new Damage(
                pick(PREFIXES, random),
                pick(SUFFIXES, random),
                random.nextInt(4) == 0,
                random.nextInt(6) == 0,
                layout,
                pick(GROUPS, random),
                pick(RECORDS, random),
                pick(ENDS, random),
                random.nextBoolean());
    }

    Damage withCapsLockOff() {
        return typedBy(new Damage(prefix, suffix, false, fullWidth, layout, gs, rs, eot, symbology));
    }

    Damage withOwnLayout() {
        return typedBy(new Damage(prefix, suffix, capsLock, fullWidth, Map.of(), gs, rs, eot, symbology));
    }

    /** Prefix and suffix come from the same keys as before. */
    private Damage typedBy(Damage now) {
        return new Damage(
                retyped(prefix, now),
                retyped(suffix, now),
                now.capsLock,
                fullWidth,
                now.layout,
                gs,
                rs,
                eot,
                symbology);
    }

    private String retyped(String affix, Damage now) {
        StringBuilder arrived = new StringBuilder();
        for (int i = 0; i < affix.length(); i++) {
            char c = affix.charAt(i);
            char key = c;
            for (char p = ' '; p <= '~'; p++) {
                key = typed(p) == c ? p : key;
            }
            arrived.append(now.typed(key));
        }
        return arrived.toString();
    }

    private static String pick(String[] options, Random random) {
        return options[random.nextInt(options.length)];
    }

    private static Map<Character, Character> layout(String printed, String received) {
        Map<Character, Character> layout = new java.util.HashMap<>();
        for (int i = 0; i < printed.length(); i++) {
            layout.put(printed.charAt(i), received.charAt(i));
        }
        return layout;
    }

    /** What arrives for a label of that symbology. */
    String of(String id, String label) {
        StringBuilder arrived = new StringBuilder(prefix);
        String sent = symbology ? id + label : label;
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            switch (c) {
                case '\u001D' -> arrived.append(gs);
                case '\u001E' -> arrived.append(rs);
                case '\u0004' -> arrived.append(eot);
                default -> arrived.append(key(c));
            }
        }
        return arrived.append(suffix).toString();
    }

    private char typed(char c) {
        char typed = layout.getOrDefault(c, c);
        boolean letter = typed < 128 && Character.isLetter(typed);
        return capsLock && letter ? (char) (typed ^ 0x20) : typed;
    }

    private char key(char c) {
        char typed = typed(c);
        return fullWidth && typed > ' ' && typed <= '~' ? (char) (typed + 0xFEE0) : typed;
    }
}
