package org.keyway.identifier.scanner;

/** Tells by its key and that key's check digit whether a text of unknown kind begins as GS1 labels of things do. */
final class ElementStringStart {
    private static final int GTIN = 14;
    private static final int SSCC = 18;
    private static final int IDENTIFIER = 2;

    private ElementStringStart() {}

    /** Whether a text begins with a GTIN (01, 02) or an SSCC (00) and goes on. */
    static boolean stands(String text) {
        boolean gtin = text.startsWith("01") || text.startsWith("02");
        return (gtin && keyed(text, GTIN)) || (text.startsWith("00") && keyed(text, SSCC));
    }

    /** GS1 General Specifications 7.9.1: weights 3 and 1 from the right. */
    private static boolean keyed(String text, int digits) {
        int end = IDENTIFIER + digits;
        if (text.length() <= end) {
            return false;
        }
        int sum = 0;
        for (int i = IDENTIFIER; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += (end - i) % 2 == 0 ? 3 * digit : digit;
        }
        return sum % 10 == 0;
    }
}
