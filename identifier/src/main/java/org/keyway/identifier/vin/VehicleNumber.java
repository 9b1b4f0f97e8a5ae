package org.keyway.identifier.vin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/**
 * A vehicle identification number: seventeen capitals and digits, none of them I, O or Q (ISO 3779 4).
 *
 * @param text the number, in capitals
 */
public record VehicleNumber(String text) {
    /** Characters of a number. */
    public static final int LENGTH = 17;

    private static final int CHECK_POSITION = 8;
    private static final int YEAR_POSITION = 9;
    private static final int FIRST_CYCLE = 1980;
    private static final int CYCLE = 30;
    private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    // Values of the letters A to Z (49 CFR 565.15 table III); -1 for I, O and Q.
    private static final int[] LETTERS = {
        1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };

    public VehicleNumber {
        if (text.length() != LENGTH || firstStranger(text) >= 0) {
            throw new IllegalArgumentException("no vehicle identification number: " + text);
        }
    }

    /** The place of the first character that no number has, or -1. */
    static int firstStranger(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (value(text.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? LETTERS[c - 'A'] : -1;
    }

    /** The check digit that belongs at the ninth place of a text without strangers. */
    static char checkDigit(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += value(text.charAt(i)) * WEIGHTS[i];
        }
        int remainder = sum % 11;
        return remainder == 10 ? 'X' : (char) ('0' + remainder);
    }

    /** Whether the check digit is right, be it required or not. */
    boolean checked() {
        return text.charAt(CHECK_POSITION) == checkDigit(text);
    }

    /**
     * What is wrong with a value that somebody calls a vehicle identification number; empty when it is one.
     *
     * @param element under which the label states it
     */
    public static Optional<Issue> flaw(String element, String value, CheckDigitPolicy policy) {
        if (value.length() != LENGTH) {
            return Optional.of(IssueCode.VIN_LENGTH.issue(element, Map.of("found", value.length())));
        }
        int stranger = firstStranger(value);
        if (stranger >= 0) {
            return Optional.of(IssueCode.VIN_CHARACTER.issue(
                    element, Map.of("position", stranger + 1, "character", value.charAt(stranger))));
        }
        CheckDigitPolicy strictness = policy.of(value.charAt(0));
        if (strictness == CheckDigitPolicy.OFF || new VehicleNumber(value).checked()) {
            return Optional.empty();
        }
        IssueCode code =
                strictness == CheckDigitPolicy.WARN ? IssueCode.VIN_CHECK_DIGIT_DOUBTFUL : IssueCode.VIN_CHECK_DIGIT;
        return Optional.of(
                code.issue(element, Map.of("expected", checkDigit(value), "found", value.charAt(CHECK_POSITION))));
    }

    /** Manufacturer, description and indicator section, and the model years that the tenth character may mean. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>(4);
        elements.add(new Element("wmi", "WORLD MANUFACTURER IDENTIFIER", text.substring(0, 3)));
        elements.add(new Element("vds", "VEHICLE DESCRIPTOR SECTION", text.substring(3, 9)));
        elements.add(new Element("vis", "VEHICLE INDICATOR SECTION", text.substring(9)));
        modelYears().ifPresent(years -> elements.add(new Element("modelYear", "MODEL YEAR", years)));
        return elements;
    }

    /** The two years within 60 that the character stands for, as {@code 1994/2024}; empty where it stands for none. */
    Optional<String> modelYears() {
        int place = YEARS.indexOf(text.charAt(YEAR_POSITION));
        return place < 0 ? Optional.empty() : Optional.of((FIRST_CYCLE + place) + "/" + (FIRST_CYCLE + CYCLE + place));
    }
}
