package org.keyway.identifier.gs1;

/** Dates and times of day in element values. */
final class Calendar {
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int SHORT = 6;
    private static final int LONG = 8;

    private Calendar() {}

    /** YYMMDD. Two digits of a year leave the century open; every fourth year is taken as a leap year. */
    static int date(String text, int from, int to) {
        return date(text, from, to, SHORT, false);
    }

    /** YYMMDD in which day 00 stands for the month as a whole. */
    static int dateOrMonth(String text, int from, int to) {
        return date(text, from, to, SHORT, true);
    }

    /** YYYYMMDD. */
    static int longDate(String text, int from, int to) {
        return date(text, from, to, LONG, false);
    }

    /** YYYYMMDD in which day 00 stands for the month as a whole. */
    static int longDateOrMonth(String text, int from, int to) {
        return date(text, from, to, LONG, true);
    }

    private static int date(String text, int from, int to, int length, boolean dayMayBeZero) {
        int stranger = digits(text, from, to, length);
        if (stranger != Check.SOUND) {
            return stranger;
        }
        int month = twoDigits(text, to - 4);
        if (month < 1 || month > 12) {
            return to - 4;
        }
        int day = twoDigits(text, to - 2);
        int year = twoDigits(text, to - 6) + (length == LONG ? 100 * twoDigits(text, from) : 2000);
        boolean exists = day == 0 ? dayMayBeZero : day <= lastDay(year, month);
        return exists ? Check.SOUND : to - 2;
    }

    private static int lastDay(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && !leap ? 28 : DAYS[month - 1];
    }

    /** HHMM. */
    static int hourMinute(String text, int from, int to) {
        int stranger = digits(text, from, to, 4);
        if (stranger != Check.SOUND) {
            return stranger;
        }
        int hour = hour(text, from, from + 2);
        return hour == Check.SOUND ? sixty(text, from + 2, to) : hour;
    }

    /** HH. */
    static int hour(String text, int from, int to) {
        return below(24, text, from, to);
    }

    /** MM or SS. */
    static int sixty(String text, int from, int to) {
        return below(60, text, from, to);
    }

    private static int below(int limit, String text, int from, int to) {
        int stranger = digits(text, from, to, 2);
        if (stranger != Check.SOUND) {
            return stranger;
        }
        return twoDigits(text, from) < limit ? Check.SOUND : from;
    }

    private static int digits(String text, int from, int to, int length) {
        return to - from == length ? Alphabet.DIGITS.firstStranger(text, from, to) : from;
    }

    private static int twoDigits(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
