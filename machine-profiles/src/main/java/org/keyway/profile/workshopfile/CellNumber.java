package org.keyway.profile.workshopfile;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers in cells: a decimal point, no groups of thousands. */
final class CellNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");
    private static final Pattern COMMA = Pattern.compile("[+-]?\\d[\\d .'\u00A0\u202F]*,\\d[\\d,]*([.]\\d+)?");
    private static final int LONGEST = 1000;
    private static final int LARGEST_PLAIN_SCALE = 40;

    private CellNumber() {}

    static Optional<BigDecimal> number(String cell) {
        return cell.length() <= LONGEST && NUMBER.matcher(cell).matches()
                ? Optional.of(new BigDecimal(cell))
                : Optional.empty();
    }

    /** Whether somebody wrote a number with a comma, which means a decimal point to some and thousands to others. */
    static boolean hasComma(String cell) {
        return cell.length() <= LONGEST && COMMA.matcher(cell).matches();
    }

    static String cell(BigDecimal number) {
        boolean plain = number.scale() >= 0 && number.scale() <= LARGEST_PLAIN_SCALE;
        return plain ? number.toPlainString() : number.toString();
    }
}
