package org.keyway.identifier.uuid;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** UUIDs; the product key is {@code uuid:} with small letters, since case says nothing (RFC 9562 4). */
public final class UuidScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "uuid";

    private static final String URN = "urn:uuid:";
    private static final int LENGTH = 36;
    private static final int VERSION = 14;
    private static final int VARIANT = 19;
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final String MAX = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (label.declaresElementString()) {
            return Optional.empty();
        }
        if (text.regionMatches(true, 0, URN, 0, URN.length())) {
            String uuid = text.substring(URN.length());
            return Optional.of(
                    wellFormed(uuid, 0, uuid.length())
                            ? claim(uuid, Strength.DECLARED)
                            : Claim.refused(
                                    NAME, Strength.DECLARED, List.of(), List.of(IssueCode.UUID_MALFORMED.issue())));
        }
        boolean braces = text.length() == LENGTH + 2 && text.charAt(0) == '{' && text.charAt(LENGTH + 1) == '}';
        int from = braces ? 1 : 0;
        int to = text.length() - from;
        return wellFormed(text, from, to)
                ? Optional.of(claim(text.substring(from, to), Strength.LIKELY))
                : Optional.empty();
    }

    private static boolean wellFormed(String text, int from, int to) {
        if (to - from != LENGTH || text.charAt(from + 8) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(from + i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Claim claim(String text, Strength strength) {
        String uuid = text.toLowerCase(Locale.ROOT);
        List<Issue> issues = regular(uuid) ? List.of() : List.of(IssueCode.UUID_IRREGULAR.issue());
        return new Claim(
                NAME,
                strength,
                issues.isEmpty(),
                List.of(new Element(NAME, "UUID", uuid)),
                Optional.of("uuid:" + uuid),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                issues);
    }

    /** Of the variant that the RFC describes and one of its versions 1 to 8, or one of the two special values. */
    private static boolean regular(String uuid) {
        char version = uuid.charAt(VERSION);
        boolean usual = "89ab".indexOf(uuid.charAt(VARIANT)) >= 0 && version >= '1' && version <= '8';
        return usual || uuid.equals(NIL) || uuid.equals(MAX);
    }
}
