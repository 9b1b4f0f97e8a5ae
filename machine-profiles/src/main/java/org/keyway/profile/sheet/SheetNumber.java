package org.keyway.profile.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as workbooks keep them: text of what a binary floating-point number was. */
final class SheetNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final int LONGEST = 400;
    /** So many digits a binary number of 64 bit always keeps; more are what is left of its binary form. */
    private static final int TYPED_DIGITS = 15;

    private static final int MOST_DIGITS = 17;
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final BigDecimal MILLIS_OF_DAY = BigDecimal.valueOf(86_400_000);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private SheetNumber() {}

    /**
     * The decimal that somebody typed: programs write 1.1 as 1.1000000000000001, the shortest decimal of which the same
     * binary number comes is 1.1. A text of up to 15 digits, or of more than a binary number has, is taken as it is.
     */
    static Optional<BigDecimal> typed(String text) {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal written = new BigDecimal(text);
        int digits = written.stripTrailingZeros().precision();
        if (digits <= TYPED_DIGITS || digits > MOST_DIGITS) {
            return Optional.of(written);
        }
        double binary = written.doubleValue();
        for (int precision = TYPED_DIGITS; precision < MOST_DIGITS; precision++) {
            BigDecimal shorter = written.round(new MathContext(precision));
            if (shorter.doubleValue() == binary) {
                return Optional.of(shorter.stripTrailingZeros());
            }
        }
        return Optional.of(written);
    }

    /** Whether a workbook keeps this number exactly. */
    static boolean isKept(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= TYPED_DIGITS
                && Math.abs(number.doubleValue()) < 1e100
                && (number.signum() == 0 || Math.abs(number.doubleValue()) > 1e-100);
    }

    /** A day count as an instant, in UTC since a workbook knows no zones; to the millisecond. */
    static Optional<Instant> instant(BigDecimal days, boolean since1904) {
        if (days.signum() < 0 || days.compareTo(LAST_DAY) > 0) {
            return Optional.empty();
        }
        long millis = days.multiply(MILLIS_OF_DAY)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .longValueExact();
        LocalDateTime epoch = since1904 ? EPOCH_1904 : EPOCH_1900;
        return Optional.of(epoch.plus(millis, ChronoUnit.MILLIS).toInstant(ZoneOffset.UTC));
    }
}
