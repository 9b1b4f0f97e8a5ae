package org.keyway.identifier.gs1;

import java.util.List;

/** A valid value for any application identifier, made from the rules of its fields. */
final class SampleValues {
    private SampleValues() {}

    static String shortest(ApplicationIdentifier identifier) {
        StringBuilder value = new StringBuilder();
        identifier.fields().stream()
                .filter(field -> !field.optional())
                .forEach(field -> value.append(sample(field, field.shortest())));
        return value.toString();
    }

    static String longest(ApplicationIdentifier identifier) {
        StringBuilder value = new StringBuilder();
        identifier.fields().forEach(field -> value.append(sample(field, field.longest())));
        return value.toString();
    }

    private static String sample(Field field, int length) {
        List<Rule> rules = field.rules();
        if (rules.contains(Rule.CHECK_DIGIT)) {
            return checked("6901234000017".repeat(2).substring(0, length - 1));
        }
        if (rules.contains(Rule.CHECK_PAIR)) {
            return length < 25 ? paired("1987654A") : paired("1987654Ad4X4bL5ttr2310c");
        }
        if (rules.contains(Rule.IBAN)) {
            return "GB82WEST12345698765432";
        }
        if (rules.contains(Rule.COMPANY_PREFIX)) {
            return "6901234000".repeat(3).substring(0, Math.max(4, length));
        }
        return rules.isEmpty() ? filler(field.alphabet(), length) : ruled(rules.get(0), field, length);
    }

    private static String ruled(Rule rule, Field field, int length) {
        return switch (rule) {
            case DATE, DATE_OR_MONTH -> "240229";
            case LONG_DATE, LONG_DATE_OR_MONTH -> "20240229";
            case HOUR_MINUTE -> "2359";
            case HOUR -> "23";
            case MINUTE, SECOND -> "59";
            case ZERO -> "0";
            case MINUS_SIGN -> "-";
            case PIECE_OF_TOTAL -> "0203";
            case POSITION_OF_TOTAL -> "2/3";
            case MEDIA_TYPE -> "10";
            case COUNTRY_LETTERS -> "CN";
            case CURRENCY, COUNTRY, COUNTRY_OR_MANY -> "156";
            case PACKAGE_TYPE -> "9";
            case COUPON -> "012345612345611110123";
            case COUPON_OFFER -> "001234561234560123456";
            case LATITUDE, LONGITUDE -> "1230000000";
            default -> filler(field.alphabet(), length);
        };
    }

    private static String filler(Alphabet alphabet, int length) {
        return (alphabet == Alphabet.DIGITS ? "1" : "A").repeat(length);
    }

    private static String checked(String digits) {
        for (char check = '0'; check <= '9'; check++) {
            if (CheckDigits.modulo10(digits + check, 0, digits.length() + 1) == Check.SOUND) {
                return digits + check;
            }
        }
        throw new IllegalStateException(digits);
    }

    private static String paired(String payload) {
        String characters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        for (int i = 0; i < 1024; i++) {
            String value = payload + characters.charAt(i >> 5) + characters.charAt(i & 31);
            if (CheckDigits.characterPair(value, 0, value.length()) == Check.SOUND) {
                return value;
            }
        }
        throw new IllegalStateException(payload);
    }
}
