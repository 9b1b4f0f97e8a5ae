package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;
import org.keyway.identifier.scheme.WrittenControls;
import org.keyway.identifier.scheme.WrittenControls.Restored;

/**
 * Data identifiers without an envelope: several fields parted by GS, each beginning with a known identifier; an industrial
 * internet identifier of China (15N); and, where the site says that its labels are so, a single field.
 */
public final class DataIdentifierScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "mh10";

    private static final String INDUSTRIAL_INTERNET = "15NVAA";
    private static final String WRITTEN = "{<[^\\\u241D\u241E\u2404";

    private final DataIdentifiers identifiers;
    private final DataFields fields;
    private final FieldMeaning meaning;
    private final boolean bareFields;

    @Inject
    DataIdentifierScheme(
            DataIdentifiers identifiers,
            DataFields fields,
            FieldMeaning meaning,
            IdentifierConfiguration configuration) {
        this.meaning = meaning;
        this.identifiers = identifiers;
        this.fields = fields;
        this.bareFields = configuration.bareDataIdentifiers();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        if (label.declaresElementString() || label.text().startsWith(Envelopes.HEADER)) {
            return Optional.empty();
        }
        Restored restored = mayBeWritten(label.text())
                ? WrittenControls.restore(label.text())
                : new Restored(label.text(), List.of());
        String text = restored.text();
        if (text.indexOf(LabelText.GS) > 0) {
            return allKnown(text) ? Optional.of(claim(Strength.STRUCTURAL, text, restored.issues())) : Optional.empty();
        }
        if (text.startsWith(INDUSTRIAL_INTERNET)) {
            return Optional.of(industrial(text));
        }
        return bareFields && known(text) ? Optional.of(claim(Strength.CONFIGURED, text, List.of())) : Optional.empty();
    }

    private static boolean mayBeWritten(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (WRITTEN.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private Claim industrial(String text) {
        Optional<IndustrialCode> code = IndustrialCode.of(text.substring(IndustrialCode.ID.length()));
        Claim claim = claim(code.isPresent() ? Strength.STRUCTURAL : Strength.LIKELY, text, List.of());
        List<Element> elements = new ArrayList<>(claim.elements());
        code.ifPresent(sound -> elements.addAll(sound.elements()));
        return new Claim(
                NAME,
                claim.strength(),
                claim.conformant(),
                elements,
                claim.product(),
                claim.serial(),
                claim.lot(),
                claim.attributes(),
                claim.issues());
    }

    private boolean allKnown(String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(LabelText.GS, at);
            end = end < 0 ? text.length() : end;
            if (!known(text.substring(at, end))) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private boolean known(String field) {
        return DataIdentifiers.leading(field)
                .filter(id -> id.length() < field.length())
                .flatMap(identifiers::title)
                .isPresent();
    }

    private Claim claim(Strength strength, String text, List<Issue> repairs) {
        List<Element> elements = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        boolean trailing = text.charAt(text.length() - 1) == LabelText.GS;
        fields.read(trailing ? text.substring(0, text.length() - 1) : text, elements, issues);
        boolean conformant = issues.isEmpty();
        FieldMeaning.Meaning said = meaning.of(elements);
        issues.addAll(said.issues());
        issues.addAll(repairs);
        return new Claim(
                NAME,
                strength,
                conformant,
                elements,
                said.product(),
                said.serial(),
                said.lot(),
                said.attributes(),
                issues);
    }
}
