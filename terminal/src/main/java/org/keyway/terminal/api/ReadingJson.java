package org.keyway.terminal.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Element;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.identifier.Reading;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.identifier.digitallink.DigitalLinkScheme;
import org.keyway.identifier.digitallink.MadeLink;
import org.keyway.identifier.gs1.ElementStringScheme;

/**
 * What {@code identify} answers for a scan, on the command line and over HTTP.
 *
 * @param digitalLink the canonical GS1 Digital Link (URI Syntax, clause 4) of a sound GS1 label; null for any other
 */
public record ReadingJson(
        String data,
        @Nullable String symbology,
        String scheme,
        boolean conformant,
        List<Element> elements,
        @Nullable String product,
        @Nullable String serial,
        @Nullable String lot,
        List<IssueJson> issues,
        @Nullable String digitalLink) {
    private static final Set<String> LINKABLE = Set.of(ElementStringScheme.NAME, DigitalLinkScheme.NAME);

    static final MessageCatalogue CATALOGUE =
            MessageCatalogue.load("org.keyway.terminal.messages", ReadingJson.class.getClassLoader());

    /** The reading of an identification; two equal readings become one of scheme {@code ambiguous} without a product. */
    public static ReadingJson of(Identification identification, DigitalLinkMaker links) {
        if (identification instanceof Identification.Identified identified) {
            return of(identified.reading(), links);
        }
        if (identification instanceof Identification.Rejected rejected) {
            return of(rejected.reading(), links);
        }
        return ambiguous(((Identification.Ambiguous) identification).readings());
    }

    /** One reading. */
    public static ReadingJson of(Reading reading, DigitalLinkMaker links) {
        return new ReadingJson(
                reading.data(),
                reading.symbology().orElse(null),
                reading.scheme(),
                reading.conformant(),
                reading.elements(),
                reading.product().orElse(null),
                reading.serial().orElse(null),
                reading.lot().orElse(null),
                reading.issues().stream().map(IssueJson::of).toList(),
                link(reading, links));
    }

    private static @Nullable String link(Reading reading, DigitalLinkMaker links) {
        if (!reading.conformant() || !LINKABLE.contains(reading.scheme())) {
            return null;
        }
        MadeLink link = reading.scheme().equals(DigitalLinkScheme.NAME)
                ? links.canonicalOfLink(reading.elements())
                : links.canonical(reading.elements());
        return link instanceof MadeLink.Link made ? made.uri() : null;
    }

    private static ReadingJson ambiguous(List<Reading> readings) {
        Reading first = readings.get(0);
        String schemes =
                String.join(", ", readings.stream().map(Reading::scheme).toList());
        Message message = CATALOGUE.message("KW-TRY-001", Map.of("schemes", schemes));
        return new ReadingJson(
                first.data(),
                first.symbology().orElse(null),
                "ambiguous",
                false,
                List.of(),
                null,
                null,
                null,
                List.of(new IssueJson("KW-TRY-001", "error", null, message)),
                null);
    }

    /** Something wrong with the label. */
    public record IssueJson(
            String code, String severity, @Nullable String element, Message message) {
        static IssueJson of(Issue issue) {
            return new IssueJson(
                    issue.code(),
                    issue.severity().name().toLowerCase(Locale.ROOT),
                    issue.element().orElse(null),
                    issue.message());
        }
    }
}
