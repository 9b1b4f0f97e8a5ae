package org.keyway.identifier.iso15434;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Issue;
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

/** ISO/IEC 15434 messages: whatever begins with {@code [)>}. Formats 05 and 06 are read, others skipped beside them. */
public final class EnvelopeScheme implements IdentifierScheme {
    /** The scheme's name in readings. */
    public static final String NAME = "iso15434";

    private static final String GS1_FORMAT = "05";
    private static final String DATA_FORMAT = "06";

    private final DataFields fields;
    private final ElementStringReader elementStrings;
    private final Gs1Claims gs1;

    @Inject
    public EnvelopeScheme(DataFields fields, ElementStringReader elementStrings, Gs1Claims gs1) {
        this.fields = fields;
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
        List<Envelope> envelopes = Envelopes.of(restored.text(), issues);
        return Optional.of(claim(envelopes, issues, restored.issues()));
    }

    private Claim claim(List<Envelope> envelopes, List<Issue> issues, List<Issue> repairs) {
        boolean readable = envelopes.stream().anyMatch(EnvelopeScheme::readable);
        List<Element> elements = new ArrayList<>();
        Optional<Claim> elementString = Optional.empty();
        for (Envelope envelope : envelopes) {
            if (envelope.format().equals(DATA_FORMAT)) {
                fields.read(envelope.content(), elements, issues);
            } else if (envelope.format().equals(GS1_FORMAT)) {
                elementString = Optional.of(gs1Claim(envelope.content()));
            } else {
                issues.add(
                        readable
                                ? IssueCode.FORMAT_SKIPPED.issue(Map.of("format", envelope.format()))
                                : Envelopes.unsupported(envelope.format()));
            }
        }
        return claim(elements, elementString, issues, repairs);
    }

    private static boolean readable(Envelope envelope) {
        return envelope.format().equals(DATA_FORMAT) || envelope.format().equals(GS1_FORMAT);
    }

    private Claim gs1Claim(String content) {
        ElementString read = elementStrings.read(content);
        return gs1.claim(NAME, Strength.DECLARED, read.elements(), read.issues(), List.of());
    }

    private static Claim claim(
            List<Element> fields, Optional<Claim> elementString, List<Issue> issues, List<Issue> repairs) {
        List<Element> elements = new ArrayList<>(fields);
        elementString.ifPresent(gs1 -> {
            elements.addAll(gs1.elements());
            issues.addAll(gs1.issues());
        });
        boolean conformant = issues.isEmpty();
        List<Issue> all = new ArrayList<>(issues);
        all.addAll(repairs);
        return new Claim(
                NAME,
                Strength.DECLARED,
                conformant,
                elements,
                PartFields.product(fields).or(() -> elementString.flatMap(Claim::product)),
                PartFields.serial(fields).or(() -> elementString.flatMap(Claim::serial)),
                PartFields.lot(fields).or(() -> elementString.flatMap(Claim::lot)),
                Map.of(),
                all);
    }
}
