package org.keyway.identifier.gs1;

/** Check digits and check characters (GS1 General Specifications 7.9). */
final class CheckDigits {
    private static final String PAIR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int PAIR_LENGTH = 2;
    private static final int MODULUS = 1021;
    private static final int LONGEST_PAYLOAD = 97;
    private static final int[] PRIMES = primes(LONGEST_PAYLOAD);

    private CheckDigits() {}

    private static int[] primes(int count) {
        int[] primes = new int[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++) {
            boolean prime = true;
            for (int i = 0; i < found && prime; i++) {
                prime = candidate % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = candidate;
            }
        }
        return primes;
    }

    /** Where the modulo 10 check digit, the last character, is not that of the digits before it. */
    static int modulo10(String text, int from, int to) {
        int sum = 0;
        int weight = 1;
        for (int i = to - 1; i >= from; i--) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return i;
            }
            sum += digit * weight;
            weight = 4 - weight;
        }
        return to > from && sum % 10 == 0 ? Check.SOUND : Math.max(from, to - 1);
    }

    /** Where the check character pair at the end is not that of the characters before it. */
    static int characterPair(String text, int from, int to) {
        int payload = to - from - PAIR_LENGTH;
        if (payload < 0 || payload > LONGEST_PAYLOAD) {
            return from;
        }
        int sum = 0;
        for (int i = 0; i < payload; i++) {
            int value = Alphabet.CSET_82.indexOf(text.charAt(from + i));
            if (value < 0) {
                return from + i;
            }
            sum += value * PRIMES[payload - 1 - i];
        }
        int remainder = sum % MODULUS;
        int pair = from + payload;
        boolean right = text.charAt(pair) == PAIR.charAt(remainder >> 5)
                && text.charAt(pair + 1) == PAIR.charAt(remainder & 31);
        return right ? Check.SOUND : pair;
    }
}
