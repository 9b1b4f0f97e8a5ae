package org.keyway.identifier.gs1;

/**
 * Coupon codes of North America: (8110) and, with a positive offer file, (8112). A code is a row of fields, most of them
 * led by a digit that states their length; reading stops at the first that does not fit.
 */
final class Coupon {
    private static final int PREFIX_BASE = 6;
    private static final int OFFER_DIGITS = 6;
    private static final int FAMILY_DIGITS = 3;
    private static final int DATE_DIGITS = 6;
    private static final String ANY = "0123456789";
    private static final String PREFIX_LENGTHS = "0123456";
    private static final String VALUE_LENGTHS = "12345";
    private static final String REQUIREMENTS = "012349";

    private final String text;
    private final int end;
    private int at;
    private int flaw = Check.SOUND;

    private Coupon(String text, int from, int to) {
        this.text = text;
        this.end = to;
        this.at = from;
        this.flaw = Alphabet.DIGITS.firstStranger(text, from, to);
    }

    static int code(String text, int from, int to) {
        Coupon coupon = new Coupon(text, from, to);
        coupon.measured(PREFIX_LENGTHS, PREFIX_BASE);
        coupon.skip(OFFER_DIGITS);
        coupon.measured(VALUE_LENGTHS, 0);
        coupon.purchase();
        coupon.furtherPurchases();
        coupon.validity();
        coupon.parties();
        coupon.conditions();
        return coupon.whole();
    }

    static int offer(String text, int from, int to) {
        Coupon coupon = new Coupon(text, from, to);
        coupon.digit("01");
        coupon.measured(PREFIX_LENGTHS, PREFIX_BASE);
        coupon.skip(OFFER_DIGITS);
        coupon.measured(ANY, PREFIX_BASE);
        return coupon.whole();
    }

    private void purchase() {
        measured(VALUE_LENGTHS, 0);
        digit(REQUIREMENTS);
        skip(FAMILY_DIGITS);
    }

    private void furtherPurchases() {
        if (optional('1')) {
            digit("0123");
            purchase();
            furtherPrefix();
        }
        if (optional('2')) {
            purchase();
            furtherPrefix();
        }
    }

    /** The company of a further purchase; 9 says that it is that of the first. */
    private void furtherPrefix() {
        if (!optional('9')) {
            measured(PREFIX_LENGTHS, PREFIX_BASE);
        }
    }

    private void validity() {
        int expires = optional('3') ? date() : Check.SOUND;
        int starts = optional('4') ? date() : Check.SOUND;
        boolean both = flaw == Check.SOUND && expires >= 0 && starts >= 0;
        if (both && text.substring(starts, starts + DATE_DIGITS).compareTo(text.substring(expires, starts - 1)) > 0) {
            flaw = starts;
        }
    }

    private int date() {
        int from = at;
        skip(DATE_DIGITS);
        if (flaw == Check.SOUND) {
            flaw = Calendar.date(text, from, at);
        }
        return from;
    }

    private void parties() {
        if (optional('5')) {
            measured(ANY, PREFIX_BASE);
        }
        if (optional('6')) {
            measured("1234567", PREFIX_BASE);
        }
    }

    private void conditions() {
        if (optional('9')) {
            digit("01256");
            digit("012");
            digit(ANY);
            digit("01");
        }
    }

    private int whole() {
        return flaw == Check.SOUND && at < end ? at : flaw;
    }

    private boolean optional(char marker) {
        boolean present = flaw == Check.SOUND && at < end && text.charAt(at) == marker;
        if (present) {
            at++;
        }
        return present;
    }

    private void measured(String lengths, int base) {
        int length = digit(lengths);
        skip(base + length);
    }

    private int digit(String allowed) {
        if (flaw != Check.SOUND) {
            return 0;
        }
        if (at == end || allowed.indexOf(text.charAt(at)) < 0) {
            flaw = at;
            return 0;
        }
        return text.charAt(at++) - '0';
    }

    private void skip(int digits) {
        if (flaw != Check.SOUND) {
            return;
        }
        if (end - at < digits) {
            flaw = at;
        } else {
            at += digits;
        }
    }
}
