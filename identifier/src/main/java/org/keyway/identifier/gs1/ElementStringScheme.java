package org.keyway.identifier.gs1;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;
import org.keyway.identifier.scheme.WrittenControls;
import org.keyway.identifier.scheme.WrittenControls.Restored;

/**
 * GS1 element strings: what the symbology declares to be one, the printed form with brackets, symbols of a bare GTIN, and
 * text with separators that begins like one. Digits alone are never promoted to an element string.
 */
public final class ElementStringScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "gs1-element-string";

    private static final List<Issue> CARET = List.of(IssueCode.SEPARATORS_RESTORED.issue(Map.of("written", "^")));

    private final ApplicationIdentifiers identifiers;
    private final ElementStringReader reader;
    private final BracketedForm brackets;
    private final CaretForm carets;
    private final RetailCodes retail;
    private final Gs1Claims claims;

    @Inject
    public ElementStringScheme(ApplicationIdentifiers identifiers, ElementStringReader reader, Gs1Claims claims) {
        this.identifiers = identifiers;
        this.reader = reader;
        this.brackets = new BracketedForm(identifiers);
        this.carets = new CaretForm(reader);
        this.retail = new RetailCodes(reader);
        this.claims = claims;
    }

    @Override
    public boolean readsDeclaredElementStrings() {
        return true;
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        if (label.declaresElementString()) {
            return Optional.of(declared(label.text()));
        }
        Optional<ElementString> symbol = retail.read(label);
        if (symbol.isPresent()) {
            Strength strength = label.symbology().filter(s -> s.code() == 'E').isPresent()
                    ? Strength.DECLARED
                    : Strength.STRUCTURAL;
            return Optional.of(claim(strength, symbol.get(), List.of()));
        }
        if (BracketedForm.recognises(label.text())) {
            return Optional.of(claim(Strength.STRUCTURAL, brackets.read(label.text()), List.of()));
        }
        return label.symbology().isPresent() ? Optional.empty() : undeclared(label.text());
    }

    private Claim declared(String text) {
        Restored restored = WrittenControls.restore(text);
        return claim(Strength.DECLARED, reader.read(restored.text()), restored.issues());
    }

    /** Without symbology identifier: FNC1 in front, as GS or as {@code ^}, or separators between elements, show what it is. */
    private Optional<Claim> undeclared(String text) {
        if (CaretForm.recognises(text)) {
            return Optional.of(claim(Strength.STRUCTURAL, carets.read(text), CARET));
        }
        Restored restored = WrittenControls.restore(text);
        boolean leading = restored.text().charAt(0) == LabelText.GS;
        String elements = leading ? restored.text().substring(1) : restored.text();
        boolean separated = leading || elements.indexOf(LabelText.GS) > 0;
        if (!separated || identifiers.known(elements, 0) == null) {
            return Optional.empty();
        }
        List<Issue> repairs = new ArrayList<>(restored.issues());
        repairs.add(IssueCode.SYMBOLOGY_NOT_SENT.issue());
        return Optional.of(claim(Strength.STRUCTURAL, reader.read(elements), repairs));
    }

    private Claim claim(Strength strength, ElementString read, List<Issue> repairs) {
        return claims.claim(NAME, strength, read.elements(), read.issues(), repairs);
    }
}
