package org.keyway.identifier.iec61406;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.pattern.NamedPatterns;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/**
 * Identification links of the configured hosts. The link is the product key exactly as printed, case included, and the
 * serial number too, unless a configured pattern says what its parts mean. A GS1 Digital Link on such a host is declared by
 * its form and wins.
 */
public final class IdentificationLinkScheme implements IdentifierScheme {
    /** The scheme's name in readings, and the kind of its keys. */
    public static final String NAME = "iec61406";

    private static final List<String> SCHEMES = List.of("https://", "http://");
    private static final String PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=%";
    private static final int LONGEST = 255;

    private final Set<String> hosts;
    private final NamedPatterns patterns;

    @Inject
    public IdentificationLinkScheme(IdentifierConfiguration configuration) {
        this.hosts = configuration.rules().linkHosts();
        this.patterns = new NamedPatterns(NAME, configuration.rules().linkPatterns());
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (hosts.isEmpty() || label.declaresElementString() || !configured(text)) {
            return Optional.empty();
        }
        if (!wellFormed(text)) {
            return Optional.of(Claim.refused(
                    NAME,
                    Strength.CONFIGURED,
                    List.of(new Element("link", "IDENTIFICATION LINK", text)),
                    List.of(IssueCode.IDENTIFICATION_LINK_MALFORMED.issue())));
        }
        return Optional.of(patterns.read(label).orElseGet(() -> asItStands(text)));
    }

    /** Scheme and host compare without case (RFC 3986 6.2.2.1); a port belongs to the host. */
    private boolean configured(String text) {
        for (String scheme : SCHEMES) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                int end = scheme.length();
                while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                return hosts.contains(text.substring(scheme.length(), end).toLowerCase(Locale.ROOT));
            }
        }
        return false;
    }

    /** At most 255 characters, those of a URI, with something behind the host, and whole percent escapes. */
    private static boolean wellFormed(String text) {
        int path = text.indexOf('/', text.indexOf("//") + 2);
        if (text.length() > LONGEST || path < 0 || path == text.length() - 1) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!plain && PUNCTUATION.indexOf(c) < 0) {
                return false;
            }
            if (c == '%' && !escape(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean escape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static Claim asItStands(String link) {
        return new Claim(
                NAME,
                Strength.CONFIGURED,
                true,
                List.of(new Element("link", "IDENTIFICATION LINK", link)),
                Optional.of(NAME + ":" + link),
                Optional.of(link),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
