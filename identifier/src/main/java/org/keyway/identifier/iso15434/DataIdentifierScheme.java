package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

    private static final Pattern INDUSTRIAL_INTERNET = Pattern.compile("15NVAA[0-9]{14}[0-9A-Za-z*+\\-./()!]{1,33}");

    private final DataIdentifiers identifiers;
    private final DataFields fields;
    private final boolean bareFields;

    @Inject
    public DataIdentifierScheme(DataIdentifiers identifiers, DataFields fields, IdentifierConfiguration configuration) {
        this.identifiers = identifiers;
        this.fields = fields;
        this.bareFields = configuration.bareDataIdentifiers();
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        if (label.declaresElementString() || label.text().startsWith(Envelopes.HEADER)) {
            return Optional.empty();
        }
        Restored restored = WrittenControls.restore(label.text());
        String text = restored.text();
        if (text.indexOf(LabelText.GS) > 0) {
            return allKnown(text) ? Optional.of(claim(Strength.STRUCTURAL, text, restored.issues())) : Optional.empty();
        }
        if (INDUSTRIAL_INTERNET.matcher(text).matches()) {
            return Optional.of(claim(Strength.STRUCTURAL, text, List.of()));
        }
        return bareFields && known(text) ? Optional.of(claim(Strength.CONFIGURED, text, List.of())) : Optional.empty();
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
        issues.addAll(repairs);
        return new Claim(
                NAME,
                strength,
                conformant,
                elements,
                PartFields.product(elements),
                PartFields.serial(elements),
                PartFields.lot(elements),
                Map.of(),
                issues);
    }
}
