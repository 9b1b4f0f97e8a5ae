package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
import org.keyway.identifier.gs1.CheckedElement;
import org.keyway.identifier.gs1.ElementStringReader;
import org.keyway.identifier.gs1.ElementStringReader.ElementString;
import org.keyway.identifier.gs1.Gs1Claims;
import org.keyway.identifier.iso15434.Envelopes.Envelope;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Strength;
import org.keyway.identifier.scheme.WrittenControls;
import org.keyway.identifier.scheme.WrittenControls.Restored;

/** ISO/IEC 15434 messages: whatever begins with {@code [)>}. Formats 05, 06 and 12 are read, others skipped beside them. */
public final class EnvelopeScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "iso15434";

    private static final String GS1_FORMAT = "05";
    private static final String TEXT_FORMAT = "12";

    private static final Set<String> READABLE =
            Set.of(GS1_FORMAT, Envelopes.DATA_FORMAT, TEXT_FORMAT, Envelopes.TEXT_ELEMENTS);

    private final DataFields fields;
    private final ElementStringReader elementStrings;
    private final Gs1Claims gs1;
    private final FieldMeaning meaning;

    @Inject
    EnvelopeScheme(DataFields fields, FieldMeaning meaning, ElementStringReader elementStrings, Gs1Claims gs1) {
        this.fields = fields;
        this.meaning = meaning;
        this.elementStrings = elementStrings;
        this.gs1 = gs1;
    }

    @Override
    public Optional<Claim> read(LabelText label) {
        // An old header of one distributor has a stray ">" before it.
        boolean stray = label.text().startsWith(">" + Envelopes.HEADER);
        if (label.declaresElementString() || (!stray && !label.text().startsWith(Envelopes.HEADER))) {
            return Optional.empty();
        }
        Restored restored = WrittenControls.restore(stray ? label.text().substring(1) : label.text());
        List<Issue> issues = new ArrayList<>();
        if (stray) {
            issues.add(IssueCode.ENVELOPE_INCOMPLETE.issue());
        }
        List<Envelope> envelopes = Envelopes.of(Envelopes.withoutAt(restored.text(), issues), issues);
        return Optional.of(claim(envelopes, issues, restored.issues()));
    }

    private Claim claim(List<Envelope> envelopes, List<Issue> issues, List<Issue> repairs) {
        boolean readable = envelopes.stream().anyMatch(EnvelopeScheme::readable);
        List<Element> elements = new ArrayList<>();
        List<CheckedElement> gs1Elements = new ArrayList<>();
        List<Issue> gs1Issues = new ArrayList<>();
        for (Envelope envelope : envelopes) {
            switch (envelope.format()) {
                case Envelopes.DATA_FORMAT -> fields.read(envelope.content(), elements, issues);
                case TEXT_FORMAT, Envelopes.TEXT_ELEMENTS -> TextElements.read(envelope.content(), elements, issues);
                case GS1_FORMAT -> {
                    ElementString read = elementStrings.read(envelope.content());
                    gs1Elements.addAll(read.elements());
                    gs1Issues.addAll(read.issues());
                }
                default ->
                    issues.add(
                            readable
                                    ? IssueCode.FORMAT_SKIPPED.issue(Map.of("format", envelope.format()))
                                    : Envelopes.unsupported(envelope.format()));
            }
        }
        Optional<Claim> elementString = gs1Elements.isEmpty() && gs1Issues.isEmpty()
                ? Optional.empty()
                : Optional.of(gs1.claim(NAME, Strength.DECLARED, gs1Elements, gs1Issues, List.of()));
        return claim(elements, elementString, issues, repairs);
    }

    private static boolean readable(Envelope envelope) {
        return READABLE.contains(envelope.format());
    }

    private Claim claim(List<Element> fields, Optional<Claim> elementString, List<Issue> issues, List<Issue> repairs) {
        List<Element> elements = new ArrayList<>(fields);
        elementString.ifPresent(gs1 -> {
            elements.addAll(gs1.elements());
            issues.addAll(gs1.issues());
        });
        boolean conformant = issues.isEmpty();
        FieldMeaning.Meaning said = meaning.of(fields);
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(said.issues());
        all.addAll(repairs);
        return new Claim(
                NAME,
                Strength.DECLARED,
                conformant,
                elements,
                said.product().or(() -> elementString.flatMap(Claim::product)),
                said.serial().or(() -> elementString.flatMap(Claim::serial)),
                said.lot().or(() -> elementString.flatMap(Claim::lot)),
                said.attributes(),
                all);
    }
}
