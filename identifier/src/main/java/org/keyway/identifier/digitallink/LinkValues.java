package org.keyway.identifier.digitallink;

import java.util.List;
import java.util.Set;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.CheckedElement;

/** Checks the values of a Digital Link; where the site allows it, fills up a GTIN that was printed without its zeros. */
final class LinkValues {
    private static final String GTIN = "01";
    private static final int GTIN_LENGTH = 14;
    private static final Set<Integer> SUPPRESSED = Set.of(8, 12, 13);

    private final boolean zeroSuppressedGtin;

    LinkValues(boolean zeroSuppressedGtin) {
        this.zeroSuppressedGtin = zeroSuppressedGtin;
    }

    CheckedElement read(ApplicationIdentifier identifier, String decoded, List<Issue> issues) {
        boolean fill = zeroSuppressedGtin && identifier.id().equals(GTIN) && SUPPRESSED.contains(decoded.length());
        String value = fill ? "0".repeat(GTIN_LENGTH - decoded.length()) + decoded : decoded;
        identifier.check(value).ifPresent(issues::add);
        return new CheckedElement(identifier, value);
    }
}
