package org.keyway.identifier.gs1;

import java.time.YearMonth;

/** Dates and times of day in element values. */
final class Calendar {
    private Calendar() {}

    /** YYMMDD. Two digits of a year leave the century open; every fourth year is taken as a leap year. */
    static boolean shortDate(String value, boolean dayMayBeZero) {
        return day(2000 + number(value, 0, 2), number(value, 2, 4), number(value, 4, 6), dayMayBeZero);
    }

    /** YYYYMMDD. */
    static boolean longDate(String value) {
        return day(number(value, 0, 4), number(value, 4, 6), number(value, 6, 8), false);
    }

    private static boolean day(int year, int month, int day, boolean dayMayBeZero) {
        if (month < 1 || month > 12) {
            return false;
        }
        return day == 0 ? dayMayBeZero : day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** Whether the two digits from {@code at} are below the limit. */
    static boolean below(String value, int at, int limit) {
        return number(value, at, at + 2) < limit;
    }

    static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }
}
