package org.keyway.identifier.gs1;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keyway.identifier.scheme.IssueCode;

/** What a field's value must fulfil beyond length and characters, which are known to be right when a rule is asked. */
enum Rule {
    CHECK_DIGIT(IssueCode.CHECK_DIGIT, CheckDigits::modulo10),
    CHECK_PAIR(IssueCode.CHECK_DIGIT, CheckDigits::characterPair),
    IBAN(IssueCode.CHECK_DIGIT, CheckDigits::bankAccount),
    COMPANY_PREFIX(IssueCode.BAD_VALUE, value -> digits(value, 0, 4)),
    COMPANY_PREFIX_SECOND(IssueCode.BAD_VALUE, value -> digits(value, 1, 5)),
    DATE_OR_MONTH(IssueCode.BAD_DATE, value -> Calendar.shortDate(value, true)),
    DATE(IssueCode.BAD_DATE, value -> Calendar.shortDate(value, false)),
    LONG_DATE(IssueCode.BAD_DATE, Calendar::longDate),
    HOUR_MINUTE(IssueCode.BAD_DATE, value -> Calendar.below(value, 0, 24) && Calendar.below(value, 2, 60)),
    HOUR(IssueCode.BAD_DATE, value -> Calendar.below(value, 0, 24)),
    MINUTE(IssueCode.BAD_DATE, value -> Calendar.below(value, 0, 60)),
    SECOND(IssueCode.BAD_DATE, value -> Calendar.below(value, 0, 60)),
    NOT_ZERO(value -> value.chars().anyMatch(c -> c != '0')),
    ZERO(value -> value.equals("0")),
    FLAG(value -> "01".contains(value)),
    WINDING(value -> "019".contains(value)),
    SEX(value -> "0129".contains(value)),
    MINUS_SIGN(value -> value.equals("-")),
    NO_LEADING_ZERO(value -> value.charAt(0) != '0'),
    A_NON_DIGIT(value -> !digits(value, 0, value.length())),
    IMPORTER_INDEX(value -> Alphabet.BASE64.firstStranger(value, 0, value.length()) < 0 && !value.equals("=")),
    PIECE_OF_TOTAL(value -> {
        int piece = Calendar.number(value, 0, 2);
        return piece > 0 && piece <= Calendar.number(value, 2, 4);
    }),
    POSITION_OF_TOTAL(value -> digits(value, 0, 1)
            && value.charAt(1) == '/'
            && digits(value, 2, 3)
            && value.charAt(0) != '0'
            && value.charAt(0) <= value.charAt(2)),
    MEDIA_TYPE(value -> {
        int type = Integer.parseInt(value);
        return (type >= 1 && type <= 10) || type >= 80;
    }),
    LATITUDE(value -> Long.parseLong(value) <= 1_800_000_000L),
    LONGITUDE(value -> Long.parseLong(value) <= 3_600_000_000L),
    PERCENT_ENCODED(Rule::percentEncoded),
    COUNTRY_LETTERS(Codes.COUNTRIES::contains),
    CURRENCY(Codes.CURRENCIES::contains),
    // Known to the table, and not judged: these need registers of their own.
    COUNTRY(value -> true),
    COUNTRY_OR_MANY(value -> true),
    PACKAGE_TYPE(value -> true),
    COUPON(value -> true),
    COUPON_OFFER(value -> true);

    private final IssueCode flaw;

    // Every predicate above is a function without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<String> holds;

    Rule(Predicate<String> holds) {
        this(IssueCode.BAD_VALUE, holds);
    }

    Rule(IssueCode flaw, Predicate<String> holds) {
        this.flaw = flaw;
        this.holds = holds;
    }

    static Rule named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What is wrong when the rule does not hold. */
    IssueCode flaw() {
        return flaw;
    }

    boolean holds(String value) {
        return holds.test(value);
    }

    private static boolean digits(String value, int from, int to) {
        return value.length() >= to && Alphabet.DIGITS.firstStranger(value, from, to) < 0;
    }

    private static boolean percentEncoded(String value) {
        for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', at + 1)) {
            if (at + 2 >= value.length()
                    || Character.digit(value.charAt(at + 1), 16) < 0
                    || Character.digit(value.charAt(at + 2), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The registers that the platform knows. */
    private static final class Codes {
        static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
                .map(Currency::getNumericCodeAsString)
                .filter(code -> !code.equals("000"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
