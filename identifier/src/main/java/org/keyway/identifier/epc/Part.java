package org.keyway.identifier.epc;

import java.util.Optional;

/**
 * One part of an EPC URI (Tag Data Standard 6): what it may consist of, and how much.
 *
 * @param limit the most characters; for {@link Form#NUMBER} the largest value; for forms beside a company prefix the
 *     characters of both together
 */
record Part(Form form, long limit) {
    /** The grammar's components. */
    enum Form {
        /** A GS1 company prefix of 6 to 12 digits. */
        COMPANY,
        /** Digits that fill up the company prefix to the limit. */
        REFERENCE,
        /** As many digits as the limit says. */
        DIGITS,
        /** Digits, leading zeros and all. */
        UP_TO_DIGITS,
        /** A number without leading zeros. */
        NUMBER,
        /** Characters of a serial number, escaped where they mean something in a URI. */
        TEXT,
        /** The same, limited together with the company prefix. */
        TEXT_BESIDE_COMPANY,
        /** Capitals, digits, hyphen, slash and number sign, limited together with the company prefix. */
        CODE_BESIDE_COMPANY,
        /** Capitals, digits, hyphen and slash; may be empty. */
        PART_NUMBER,
        /** The same, not empty, a number sign allowed in front. */
        PART_SERIAL,
        /** A CAGE code or DoDAAC: five or six capitals and digits without I and O. */
        AUTHORITY,
        /** A freight container's number (ISO 6346): owner, category, serial and check digit. */
        CONTAINER
    }

    private static final String OTHER = "!'()*+,-.:;=_";
    private static final String ESCAPED = "\"%&/<>?";

    /** The decoded value when the raw text is one of this part, behind a company prefix of so many digits. */
    Optional<String> value(String raw, int company) {
        return switch (form) {
            case TEXT -> decoded(raw, OTHER, ESCAPED, true).filter(text -> within(text, 1, limit));
            case TEXT_BESIDE_COMPANY ->
                decoded(raw, OTHER, ESCAPED, true).filter(text -> within(text, 1, limit - company));
            case CODE_BESIDE_COMPANY -> decoded(raw, "-", "/#", false).filter(text -> within(text, 1, limit - company));
            case PART_NUMBER -> decoded(raw, "-", "/", false).filter(text -> within(text, 0, limit));
            case PART_SERIAL ->
                decoded(raw, "-", "/#", false)
                        .filter(text -> within(text, 1, limit) && text.indexOf('#', 1) < 0 && !text.equals("#"));
            default -> sound(raw, company) ? Optional.of(raw) : Optional.empty();
        };
    }

    private boolean sound(String raw, int company) {
        return switch (form) {
            case COMPANY -> digits(raw) && within(raw, 6, 12);
            case REFERENCE -> digits(raw) && raw.length() == limit - company;
            case DIGITS -> digits(raw) && raw.length() == limit;
            case UP_TO_DIGITS -> digits(raw) && within(raw, 1, limit);
            case NUMBER -> number(raw, limit);
            case AUTHORITY -> within(raw, 5, 6) && capitals(raw, 0, raw.length(), true);
            case CONTAINER ->
                raw.length() == 11
                        && capitals(raw, 0, 3, false)
                        && "JUZ".indexOf(raw.charAt(3)) >= 0
                        && digits(raw.substring(4));
            default -> false;
        };
    }

    private static boolean within(String text, long least, long most) {
        return text.length() >= least && text.length() <= most;
    }

    static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a number without leading zeros and at most so large. */
    static boolean number(String text, long most) {
        boolean shape = !text.isEmpty() && digits(text) && (text.length() == 1 || text.charAt(0) != '0');
        String limit = Long.toString(most);
        return shape
                && (text.length() < limit.length() || (text.length() == limit.length() && text.compareTo(limit) <= 0));
    }

    private static boolean capitals(String text, int from, int to, boolean digits) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' && c != 'I' && c != 'O';
            if (!letter && !(digits && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(String raw, String other, String escaped, boolean smallLetters) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                int value = i + 2 < raw.length() ? hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2)) : -1;
                if (value < 0 || escaped.indexOf(value) < 0) {
                    return Optional.empty();
                }
                text.append((char) value);
                i += 2;
            } else if (plain(c, smallLetters) || other.indexOf(c) >= 0) {
                text.append(c);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private static boolean plain(char c, boolean smallLetters) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (smallLetters && c >= 'a' && c <= 'z');
    }

    private static int hex(char c) {
        return c > 'f' ? -1000 : Character.digit(c, 16) < 0 ? -1000 : Character.digit(c, 16);
    }

    /** The value as a URI has it. */
    static String encoded(String value) {
        StringBuilder uri = new StringBuilder(value.length() + 4);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (ESCAPED.indexOf(c) >= 0 || c == '#') {
                uri.append('%')
                        .append(Character.forDigit(c >> 4, 16))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                uri.append(c);
            }
        }
        return uri.toString();
    }
}
