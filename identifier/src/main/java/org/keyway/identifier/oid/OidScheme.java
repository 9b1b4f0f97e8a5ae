package org.keyway.identifier.oid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/**
 * Object identifiers; the product key is {@code oid:} and the dotted form. Without its URN a text counts as one only below
 * China's arc or from four arcs on, and then only as likely: dotted numbers are also versions and drawing numbers.
 */
public final class OidScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "oid";

    private static final String URN = "urn:oid:";
    private static final String CHINA = "1.2.156.";
    private static final int LONGEST = 255;
    private static final int FEWEST_ARCS = 4;

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (label.declaresElementString() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, URN, 0, URN.length())) {
            String oid = text.substring(URN.length());
            return Optional.of(
                    arcs(oid) >= 2
                            ? claim(oid, Strength.DECLARED)
                            : Claim.refused(
                                    NAME, Strength.DECLARED, List.of(), List.of(IssueCode.OID_MALFORMED.issue())));
        }
        char first = text.charAt(0);
        if (first < '0' || first > '2' || text.length() < 2 || text.charAt(1) != '.') {
            return Optional.empty();
        }
        int arcs = arcs(text);
        boolean likely = arcs >= FEWEST_ARCS || (arcs > 0 && text.startsWith(CHINA));
        return likely ? Optional.of(claim(text, Strength.LIKELY)) : Optional.empty();
    }

    /**
     * The number of arcs, or 0 when the text is no object identifier: the first arc is 0, 1 or 2, the second below 40 under
     * the first two (X.660 7.6), none is empty or has a leading zero.
     */
    static int arcs(String text) {
        int arcs = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            if (!number(text, start, end) || !allowed(text, arcs, start, end)) {
                return 0;
            }
            arcs++;
            start = end + 1;
        }
        return arcs;
    }

    private static boolean number(String text, int from, int to) {
        if (from == to || (text.charAt(from) == '0' && to - from > 1)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(String text, int arc, int from, int to) {
        if (arc == 0) {
            return to - from == 1 && text.charAt(from) <= '2';
        }
        boolean limited = arc == 1 && text.charAt(0) < '2';
        return !limited || to - from < 2 || (to - from == 2 && text.charAt(from) < '4');
    }

    private static Claim claim(String oid, Strength strength) {
        return new Claim(
                NAME,
                strength,
                true,
                List.of(new Element(NAME, "OID", oid)),
                Optional.of("oid:" + oid),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
