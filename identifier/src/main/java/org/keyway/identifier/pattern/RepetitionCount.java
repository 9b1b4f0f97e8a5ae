package org.keyway.identifier.pattern;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At least how often an expression has to repeat something. Repeating an empty group looks at no character of the text, so
 * counting looks does not stop it.
 */
final class RepetitionCount {
    private static final Pattern COUNT = Pattern.compile("(.)\\{([0-9]{1,10})", Pattern.DOTALL);

    private RepetitionCount() {}

    /** The counts of all groups multiplied, as if they were nested, times the highest count of a single character. */
    static double of(String expression) {
        double groups = 1;
        double single = 1;
        Matcher count = COUNT.matcher(expression);
        while (count.find()) {
            char before = count.group(1).charAt(0);
            double times = Math.max(1, Double.parseDouble(count.group(2)));
            if (before == ']' || before == '.' || Character.isLetterOrDigit(before)) {
                single = Math.max(single, times);
            } else {
                groups *= times;
            }
        }
        return groups * single;
    }
}
