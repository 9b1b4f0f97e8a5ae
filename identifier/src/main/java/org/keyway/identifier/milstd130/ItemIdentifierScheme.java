package org.keyway.identifier.milstd130;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/**
 * Unique item identifiers that stand alone: behind their data identifier (25S, 18S), and concatenated where the site says
 * that its labels are so. An identifier names one item: it is the product key ({@code uii:…}) and the serial number.
 */
public final class ItemIdentifierScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "mil-std-130";

    private static final String WHOLE = "25S";
    private static final String BEHIND_CAGE = "18S";
    private static final int ID_LENGTH = 3;
    private static final int CAGE_LENGTH = 5;
    private static final int DUNS_LENGTH = 9;
    private static final int ACTIVITY_LENGTH = 6;

    private final boolean bare;

    @Inject
    public ItemIdentifierScheme(IdentifierConfiguration configuration) {
        this.bare = configuration.rules().bareItemIdentifiers();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (label.declaresElementString()) {
            return Optional.empty();
        }
        if (text.startsWith(WHOLE) && enterprise(text, ID_LENGTH)) {
            return Optional.of(claim(Strength.LIKELY, WHOLE, text.substring(ID_LENGTH), text.substring(ID_LENGTH)));
        }
        if (text.startsWith(BEHIND_CAGE) && serialBehind(text, ID_LENGTH, CAGE_LENGTH, false)) {
            String serial = text.substring(ID_LENGTH);
            return Optional.of(claim(Strength.LIKELY, BEHIND_CAGE, serial, "D" + serial));
        }
        return bare && enterprise(text, 0) && UniqueItemIdentifier.wellFormed(text)
                ? Optional.of(claim(Strength.CONFIGURED, "uii", text, text))
                : Optional.empty();
    }

    /** An agency's code in front, then an enterprise of that agency and something behind it. */
    private static boolean enterprise(String text, int at) {
        return (text.startsWith("UN", at) && serialBehind(text, at + 2, DUNS_LENGTH, true))
                || (text.startsWith("LD", at) && serialBehind(text, at + 2, ACTIVITY_LENGTH, false))
                || (text.startsWith("D", at) && serialBehind(text, at + 1, CAGE_LENGTH, false));
    }

    private static boolean serialBehind(String text, int from, int length, boolean digits) {
        if (text.length() <= from + length) {
            return false;
        }
        for (int i = from; i < from + length; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z' && c != 'I' && c != 'O';
            if (!digit && (digits || !letter)) {
                return false;
            }
        }
        return true;
    }

    private static Claim claim(Strength strength, String id, String value, String identifier) {
        List<Element> elements = List.of(new Element(id, "UNIQUE ITEM IDENTIFIER", value));
        if (!UniqueItemIdentifier.wellFormed(identifier)) {
            return Claim.refused(NAME, strength, elements, List.of(IssueCode.ITEM_IDENTIFIER_MALFORMED.issue()));
        }
        return new Claim(
                NAME,
                strength,
                true,
                elements,
                Optional.of("uii:" + identifier),
                Optional.of(identifier),
                Optional.empty(),
                Map.of("uii", identifier),
                List.of());
    }
}
