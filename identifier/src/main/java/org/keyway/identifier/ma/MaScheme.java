package org.keyway.identifier.ma;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.pattern.NamedPatterns;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** MA codes; by themselves a product key as they stand, by a configured pattern what its groups say. */
public final class MaScheme implements IdentifierScheme {
    /** The scheme's name in readings, and the kind of its keys. */
    public static final String NAME = "ma";

    private static final String CHINA = "MA.156.";
    private static final int LONGEST = 255;

    private final NamedPatterns patterns;

    @Inject
    public MaScheme(IdentifierConfiguration configuration) {
        this.patterns = new NamedPatterns(NAME, configuration.rules().articleNumbers());
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        if (label.declaresElementString() || !text.startsWith(CHINA)) {
            return Optional.empty();
        }
        return Optional.of(patterns.read(label).orElseGet(() -> asItStands(text)));
    }

    private static Claim asItStands(String text) {
        List<Element> elements = List.of(new Element(NAME, "MA CODE", text));
        if (text.length() == CHINA.length() || text.length() > LONGEST || !printable(text)) {
            return Claim.refused(NAME, Strength.LIKELY, elements, List.of(IssueCode.MA_MALFORMED.issue()));
        }
        return new Claim(
                NAME,
                Strength.LIKELY,
                true,
                elements,
                Optional.of("ma:" + text),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static boolean printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
