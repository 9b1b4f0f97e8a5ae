package org.keyway.identifier.digitallink;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.gs1.Gs1Claims;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** GS1 Digital Link URIs, on any host. A web address without a primary key in its path is left to other schemes. */
public final class DigitalLinkScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "gs1-digital-link";

    private static final String CANONICAL_HOST = "id.gs1.org";
    private static final Pattern COMPRESSED = Pattern.compile("[A-Za-z0-9_-]{10,}+");

    private final LinkPath path;
    private final LinkQuery query;
    private final Gs1Claims claims;

    @Inject
    public DigitalLinkScheme(
            ApplicationIdentifiers identifiers, Gs1Claims claims, IdentifierConfiguration configuration) {
        LinkValues values = new LinkValues(configuration.gs1().zeroSuppressedGtin());
        this.path = new LinkPath(identifiers, values);
        this.query = new LinkQuery(identifiers, values);
        this.claims = claims;
    }

    @Override
    public boolean mayBeginWith(char first) {
        return first == 'h' || first == 'H';
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        return WebAddress.of(label.text()).flatMap(this::read);
    }

    private Optional<Claim> read(WebAddress address) {
        List<String> segments = address.segments();
        boolean trailingSlash =
                segments.size() > 1 && segments.get(segments.size() - 1).isEmpty();
        List<String> whole = trailingSlash ? segments.subList(0, segments.size() - 1) : segments;
        // After an empty value the pairs only come out even with the empty last segment.
        List<String> pairs = path.key(whole).isPresent() ? whole : segments;
        Optional<Integer> key = path.key(pairs);
        if (key.isEmpty()) {
            return withoutKey(address);
        }
        List<Issue> issues = new ArrayList<>();
        if (address.stranger() >= 0) {
            issues.add(IssueCode.LINK_CHARACTER.issue(Map.of("position", address.stranger() + 1)));
        }
        if (trailingSlash) {
            issues.add(IssueCode.LINK_MALFORMED.issue());
        }
        List<CheckedElement> elements = new ArrayList<>(path.read(pairs, key.get(), issues));
        elements.addAll(query.read(address.query(), elements, issues));
        return Optional.of(claims.claim(NAME, Strength.DECLARED, elements, issues, List.of()));
    }

    private Optional<Claim> withoutKey(WebAddress address) {
        if (path.keyWithoutValue(address.segments())) {
            return Optional.of(refused(IssueCode.LINK_MALFORMED));
        }
        return compressed(address) ? Optional.of(refused(IssueCode.LINK_COMPRESSED)) : Optional.empty();
    }

    private static boolean compressed(WebAddress address) {
        List<String> segments = address.segments();
        return address.host().toLowerCase(Locale.ROOT).equals(CANONICAL_HOST)
                && COMPRESSED.matcher(segments.get(segments.size() - 1)).matches();
    }

    private static Claim refused(IssueCode code) {
        return Claim.refused(NAME, Strength.DECLARED, List.of(), List.of(code.issue()));
    }
}
