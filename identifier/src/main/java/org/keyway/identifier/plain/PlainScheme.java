package org.keyway.identifier.plain;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;

/** A code as it stands: printable ASCII, which is the product key {@code plain:…}. */
public final class PlainScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "plain";

    private static final int LONGEST = 255;
    private static final Pattern GTIN_IN_FRONT = Pattern.compile("01[0-9]{14}");

    private final ElementStringReader elementStrings;

    @Inject
    public PlainScheme(ElementStringReader elementStrings) {
        this.elementStrings = elementStrings;
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        String text = label.text();
        List<Element> elements = List.of(new Element("code", "CODE", text));
        Optional<Issue> flaw = flaw(text);
        if (flaw.isPresent()) {
            return Optional.of(Claim.refused(NAME, Strength.SHAPE, elements, List.of(flaw.get())));
        }
        List<Issue> issues = new ArrayList<>();
        if (label.symbology().isEmpty() && looksLikeElements(text)) {
            issues.add(IssueCode.SYMBOLOGY_NOT_SENT.issue());
        }
        return Optional.of(new Claim(
                NAME,
                Strength.SHAPE,
                true,
                elements,
                Optional.of("plain:" + text),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                issues));
    }

    private static Optional<Issue> flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7F) {
                return Optional.of(IssueCode.CONTROL_CHARACTER.issue(Map.of("position", i + 1)));
            }
            if (c > 0x7F) {
                return Optional.of(IssueCode.INPUT_METHOD.issue(Map.of("position", i + 1)));
            }
        }
        return text.length() > LONGEST
                ? Optional.of(IssueCode.TOO_LONG.issue(Map.of("length", text.length(), "limit", LONGEST)))
                : Optional.empty();
    }

    /** Fourteen digits as of a GTIN, be they right or wrong, and a known element after them: worth a word, never taken for granted. */
    private boolean looksLikeElements(String text) {
        return GTIN_IN_FRONT.matcher(text).lookingAt()
                && elementStrings.read(text).elements().size() > 1;
    }
}
