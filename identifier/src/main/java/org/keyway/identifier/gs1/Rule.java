package org.keyway.identifier.gs1;

import java.util.Locale;
import java.util.Optional;
import org.keyway.identifier.scheme.IssueCode;

/**
 * What a field's value must fulfil beyond its length and characters: the linters of the GS1 Barcode Syntax Dictionary. Each
 * is total, since a dictionary may put it on any field.
 */
enum Rule {
    CHECK_DIGIT("csum", IssueCode.CHECK_DIGIT, CheckDigits::modulo10),
    CHECK_PAIR("csumalpha", IssueCode.CHECK_DIGIT, CheckDigits::characterPair),
    IBAN("iban", IssueCode.CHECK_DIGIT, BankAccount::flaw),
    COMPANY_PREFIX("gcppos1", (text, from, to) -> companyPrefix(text, from, from, to)),
    COMPANY_PREFIX_SECOND("gcppos2", (text, from, to) -> companyPrefix(text, from, from + 1, to)),
    DATE_OR_MONTH("yymmd0", IssueCode.BAD_DATE, Calendar::dateOrMonth),
    DATE("yymmdd", IssueCode.BAD_DATE, Calendar::date),
    LONG_DATE_OR_MONTH("yyyymmd0", IssueCode.BAD_DATE, Calendar::longDateOrMonth),
    LONG_DATE("yyyymmdd", IssueCode.BAD_DATE, Calendar::longDate),
    HOUR_MINUTE("hhmi", IssueCode.BAD_DATE, Calendar::hourMinute),
    HOUR("hh", IssueCode.BAD_DATE, Calendar::hour),
    MINUTE("mi", IssueCode.BAD_DATE, Calendar::sixty),
    SECOND("ss", IssueCode.BAD_DATE, Calendar::sixty),
    NOT_ZERO("nonzero", Quantities::notZero),
    ZERO("zero", Quantities::zero),
    FLAG("yesno", oneOf("01")),
    WINDING("winding", oneOf("019")),
    SEX("iso5218", oneOf("0129")),
    MINUS_SIGN("hyphen", Quantities::minusSign),
    NO_LEADING_ZERO("nozeroprefix", Quantities::noLeadingZero),
    A_NON_DIGIT(
            "hasnondigit", (text, from, to) -> Alphabet.DIGITS.firstStranger(text, from, to) < 0 ? from : Check.SOUND),
    IMPORTER_INDEX(
            "importeridx", (text, from, to) -> to - from == 1 ? Alphabet.BASE64.firstStranger(text, from, to) : from),
    PIECE_OF_TOTAL("pieceoftotal", Quantities::pieceOfTotal),
    POSITION_OF_TOTAL("posinseqslash", Quantities::positionOfTotal),
    LATITUDE("latitude", Quantities::latitude),
    LONGITUDE("longitude", Quantities::longitude),
    PERCENT_ENCODED("pcenc", Rule::percentEncoded),
    COUNTRY_LETTERS("iso3166alpha2", Registers.check(Registers::countryLetters)),
    COUNTRY("iso3166", Registers.check(Registers::country)),
    COUNTRY_OR_MANY("iso3166999", Registers.check(Registers::countryOrMany)),
    CURRENCY("iso4217", Registers.check(Registers::currency)),
    MEDIA_TYPE("mediatype", Registers.check(Registers::mediaType)),
    PACKAGE_TYPE("packagetype", Registers.check(Registers::packageType)),
    COUPON("couponcode", Coupon::code),
    COUPON_OFFER("couponposoffer", Coupon::offer),
    ONLY_DIGITS("csetnumeric", IssueCode.BAD_CHARACTER, Alphabet.DIGITS::flaw),
    ONLY_TEXT("cset82", IssueCode.BAD_CHARACTER, Alphabet.TEXT::flaw),
    ONLY_CAPITALS("cset39", IssueCode.BAD_CHARACTER, Alphabet.CAPITALS::flaw),
    ONLY_BASE64("cset64", IssueCode.BAD_CHARACTER, Alphabet.BASE64::flaw);

    private static final int SHORTEST_COMPANY_PREFIX = 4;

    private final String linter;
    private final IssueCode code;

    // Every check above is a function without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Check check;

    Rule(String linter, Check check) {
        this(linter, IssueCode.BAD_VALUE, check);
    }

    Rule(String linter, IssueCode code, Check check) {
        this.linter = linter;
        this.code = code;
        this.check = check;
    }

    /** The rule as our own table names it, such as {@code check-digit}. */
    static Rule named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The rule as a GS1 dictionary names it, such as {@code csum}. */
    static Optional<Rule> ofLinter(String linter) {
        for (Rule rule : values()) {
            if (rule.linter.equals(linter)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Its name in a GS1 dictionary. */
    String linter() {
        return linter;
    }

    /** What is wrong when the rule does not hold. */
    IssueCode code() {
        return code;
    }

    /** Where the rule does not hold; {@link Check#SOUND} when it does. */
    int flaw(String text, int from, int to) {
        return check.flaw(text, from, to);
    }

    private static Check oneOf(String characters) {
        return (text, from, to) -> to - from == 1 && characters.indexOf(text.charAt(from)) >= 0 ? Check.SOUND : from;
    }

    /** No company prefix has fewer than four digits; which are assigned is not for a dictionary to know. */
    private static int companyPrefix(String text, int from, int at, int to) {
        if (to - at < SHORTEST_COMPANY_PREFIX) {
            return from;
        }
        return Alphabet.DIGITS.firstStranger(text, at, at + SHORTEST_COMPANY_PREFIX);
    }

    private static int percentEncoded(String text, int from, int to) {
        int at = text.indexOf('%', from);
        while (at >= 0 && at < to) {
            if (at + 2 >= to || !hex(text.charAt(at + 1)) || !hex(text.charAt(at + 2))) {
                return at;
            }
            at = text.indexOf('%', at + 3);
        }
        return Check.SOUND;
    }

    private static boolean hex(char c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
