package org.keyway.identifier.scheme;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An AIM symbology identifier (ISO/IEC 15424): which kind of symbol was read, and with which option.
 *
 * @param code the code character; {@code d} is Data Matrix and {@code D} is not
 * @param modifier the option
 */
public record Symbology(char code, char modifier) {
    /** Characters of an identifier, the bracket included. */
    public static final int LENGTH = 3;

    private static final String CODES = "ABCDEFGHIJKLMNOPQRSTUXYZdehjopsz";

    // Letters of identifiers in use, in the other case, as far as they are no identifiers themselves; ]D is obsolete.
    private static final String SWAPPED = "Dcqiaflu";

    private static final String MODIFIERS = "0123456789ABCDEFabcdef";

    // Every identifier there is, made once: each scan names one of them.
    private static final List<Optional<Symbology>> ALL = IntStream.range(0, CODES.length() * MODIFIERS.length())
            .mapToObj(
                    i -> new Symbology(CODES.charAt(i / MODIFIERS.length()), MODIFIERS.charAt(i % MODIFIERS.length())))
            .map(Optional::of)
            .toList();
    private static final List<Optional<String>> IDS = ALL.stream()
            .map(known -> known.map(symbology -> "]" + symbology.code + symbology.modifier))
            .toList();

    // Where a character stands among the codes and among the modifiers, or -1.
    private static final int ASCII = 128;
    private static final int[] ROWS = places(CODES);
    private static final int[] COLUMNS = places(MODIFIERS);

    /** The identifier at the front of the data, if one stands there. */
    public static Optional<Symbology> at(String data) {
        if (data.length() < LENGTH || data.charAt(0) != ']') {
            return Optional.empty();
        }
        int place = place(data.charAt(1), data.charAt(2));
        return place < 0 ? Optional.empty() : ALL.get(place);
    }

    private static int[] places(String characters) {
        return IntStream.range(0, ASCII).map(characters::indexOf).toArray();
    }

    private static int place(char code, char modifier) {
        if (code >= ASCII || modifier >= ASCII || ROWS[code] < 0 || COLUMNS[modifier] < 0) {
            return -1;
        }
        return ROWS[code] * MODIFIERS.length() + COLUMNS[modifier];
    }

    /** The identifier as it is sent, such as {@code ]d2}. */
    public String id() {
        int place = place(code, modifier);
        return place < 0 ? "]" + code + modifier : IDS.get(place).orElseThrow();
    }

    /** The identifier of a symbol as it is sent, if it is known. */
    public static Optional<String> id(Optional<Symbology> symbology) {
        int place = symbology.isPresent() ? place(symbology.get().code, symbology.get().modifier) : -1;
        return place < 0 ? symbology.map(Symbology::id) : IDS.get(place);
    }

    /** Whether the symbol declares its data a GS1 element string: FNC1 in first position, DataBar, a GS1 composite. */
    public boolean declaresElementString() {
        return switch (code) {
            case 'C', 'J' -> modifier == '1';
            case 'd' -> modifier == '2' || modifier == '5';
            case 'Q' -> modifier == '3' || modifier == '4';
            case 'e' -> modifier == '0';
            default -> false;
        };
    }

    /** Whether the reader doubled backslashes and may have put in ECI designators. */
    public boolean escapesBackslashes() {
        return switch (code) {
            case 'd' -> modifier >= '4' && modifier <= '6';
            case 'Q' -> modifier == '2' || modifier == '4' || modifier == '6';
            default -> false;
        };
    }

    /** Whether data begins as an identifier does whose letter changed case, as CapsLock makes it. */
    public static boolean caseSwapped(String data) {
        return data.length() >= LENGTH
                && data.charAt(0) == ']'
                && SWAPPED.indexOf(data.charAt(1)) >= 0
                && data.charAt(2) >= '0'
                && data.charAt(2) <= '9';
    }
}
