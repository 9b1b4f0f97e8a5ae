package org.keyway.identifier.gs1;

/** International bank account numbers (ISO 13616): country, two check digits, account. */
final class BankAccount {
    private static final int SHORTEST = 11;
    private static final int LONGEST = 34;
    private static final int HEAD = 4;
    private static final int COUNTRY = 2;

    private BankAccount() {}

    static int flaw(String text, int from, int to) {
        int length = to - from;
        if (length < SHORTEST || length > LONGEST || !Registers.countryLetters(text, from, from + COUNTRY)) {
            return from;
        }
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            // The head is counted last (modulo 97 of ISO/IEC 7064).
            int at = from + (i + HEAD) % length;
            int value = value(text.charAt(at));
            if (value < 0) {
                return at;
            }
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
        }
        return remainder == 1 ? Check.SOUND : from + COUNTRY;
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
    }
}
