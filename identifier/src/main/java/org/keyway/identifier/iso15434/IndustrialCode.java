package org.keyway.identifier.iso15434;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Element;

/**
 * An industrial internet code of China behind data identifier 15N (ANSI MH10.8.2): agency VAA, top and secondary tier of
 * three digits, enterprise of eight, and a serial number of 1 to 33 characters.
 */
record IndustrialCode(String topTier, String secondaryTier, String enterprise, String serial) {
    static final String ID = "15N";

    private static final String AGENCY = "VAA";
    private static final int SERIAL = 17;
    private static final int LONGEST_SERIAL = 33;
    private static final String PUNCTUATION = "*+-./()!";

    /** The code that a value is; empty when it is none. */
    static Optional<IndustrialCode> of(String value) {
        boolean length = value.length() > SERIAL && value.length() <= SERIAL + LONGEST_SERIAL;
        if (!length || !value.startsWith(AGENCY) || !digits(value) || !serial(value)) {
            return Optional.empty();
        }
        return Optional.of(new IndustrialCode(
                value.substring(3, 6), value.substring(6, 9), value.substring(9, SERIAL), value.substring(SERIAL)));
    }

    private static boolean digits(String value) {
        for (int i = AGENCY.length(); i < SERIAL; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean serial(String value) {
        for (int i = SERIAL; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!plain && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The registry key of the code. */
    String key() {
        return "vaa:" + topTier + secondaryTier + enterprise + "/" + serial;
    }

    /** The Handle that the numbers suggest; an inference from documents, not a rule of a standard. */
    String handle() {
        return Integer.parseInt(topTier)
                + "."
                + Integer.parseInt(secondaryTier)
                + "."
                + Integer.parseInt(enterprise)
                + "/"
                + serial;
    }

    /** The parts by the names of the standard. */
    List<Element> elements() {
        return List.of(
                new Element("iac", "ISSUING AGENCY CODE", AGENCY),
                new Element("ttc", "TOP TIER CODE", topTier),
                new Element("stc", "SECONDARY TIER CODE", secondaryTier),
                new Element("cin", "COMPANY IDENTIFICATION NUMBER", enterprise),
                new Element("sn", "SERIAL NUMBER", serial));
    }
}
