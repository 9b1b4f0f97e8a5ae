package org.keyway.identifier.gs1;

/** Check digits and check characters (GS1 General Specifications 7.9). */
final class CheckDigits {
    private static final String PAIR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] PRIMES = {
        2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83
    };

    private CheckDigits() {}

    /** Whether the last of these digits is the modulo 10 check digit of those before it. */
    static boolean modulo10(String digits) {
        int sum = 0;
        int weight = 1;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += (digits.charAt(i) - '0') * weight;
            weight = 4 - weight;
        }
        return sum % 10 == 0;
    }

    /** Whether the last two characters are the check character pair of those before them. */
    static boolean characterPair(String value) {
        int payload = value.length() - 2;
        if (payload < 1 || payload > PRIMES.length) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < payload; i++) {
            sum += Alphabet.CSET_82.indexOf(value.charAt(i)) * PRIMES[payload - 1 - i];
        }
        int remainder = sum % 1021;
        return value.charAt(payload) == PAIR.charAt(remainder >> 5)
                && value.charAt(payload + 1) == PAIR.charAt(remainder & 31);
    }

    /** Whether an international bank account number has the right check digits (ISO 13616, modulo 97). */
    static boolean bankAccount(String value) {
        if (value.length() < 5) {
            return false;
        }
        String rearranged = value.substring(4) + value.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < rearranged.length(); i++) {
            char c = rearranged.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && (c < 'A' || c > 'Z')) {
                return false;
            }
            remainder = (digit ? remainder * 10 + c - '0' : remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder == 1;
    }
}
