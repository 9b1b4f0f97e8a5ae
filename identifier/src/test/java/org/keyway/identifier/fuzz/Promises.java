package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keyway.identifier.Element;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Ambiguous;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Issue.Severity;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.reading.FullWidth;
import org.keyway.identifier.scheme.Symbology;
import org.keyway.identifier.scheme.WrittenControls;

/** What holds of the reading of any input at all. */
final class Promises {
    /** A sound label that names no product, such as that of a pallet, is conformant all the same. */
    private static final String NO_PRODUCT = "KW-ID-008";

    private static final String LINK = "gs1-digital-link";
    private static final List<String> TAKEN_FROM_THE_TEXT = List.of("gs1-element-string", "iso15434", "mh10", "plain");

    private Promises() {}

    /** Parses the scan, also again and with a line end, and checks all that is promised of the result. */
    static void check(ScanParser parser, Scan scan) {
        check(parser, scan, scan::data);
    }

    /**
     * The same.
     *
     * @param printed what the parser last read for the scan: the label's text, of which all values are
     */
    static void check(ScanParser parser, Scan scan, Supplier<String> printed) {
        Identification identification = parser.parse(scan);
        assertThat(parser.parse(scan)).isEqualTo(identification);
        if (scan.data().length() <= Scan.MAX_LENGTH) {
            for (String end : List.of("\r", "\n", "\r\n")) {
                Scan ended = new Scan(scan.data() + end, scan.symbology(), scan.station());
                assertThat(readings(parser.parse(ended)).map(reading -> of(scan, reading)))
                        .containsExactlyElementsOf(readings(identification).toList());
            }
        }
        readings(identification).forEach(reading -> check(scan, reading, printed.get()));
        if (identification instanceof Identified identified) {
            assertThat(identified.reading().product()).isPresent();
        }
        if (identification instanceof Rejected rejected) {
            assertThat(rejected.reading().product()).isEmpty();
            assertThat(rejected.reading().issues().get(0).severity()).isEqualTo(Severity.ERROR);
        }
        if (identification instanceof Ambiguous ambiguous) {
            assertThat(ambiguous.readings()).hasSizeGreaterThan(1);
        }
        assertThat(identification.candidates())
                .allMatch(reading -> reading.product().isPresent());
    }

    static Stream<Reading> readings(Identification identification) {
        if (identification instanceof Rejected rejected) {
            return Stream.concat(Stream.of(rejected.reading()), rejected.alternatives().stream());
        }
        return identification.candidates().stream();
    }

    private static Reading of(Scan scan, Reading reading) {
        return new Reading(
                scan.data(),
                reading.symbology(),
                reading.scheme(),
                reading.conformant(),
                reading.elements(),
                reading.product(),
                reading.serial(),
                reading.lot(),
                reading.attributes(),
                reading.issues());
    }

    private static void check(Scan scan, Reading reading, String printed) {
        assertThat(reading.data()).isEqualTo(scan.data());
        List<String> errors = reading.issues().stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .map(Issue::code)
                .toList();
        if (reading.conformant()) {
            assertThat(errors).isSubsetOf(NO_PRODUCT);
        }
        if (reading.product().isPresent()) {
            assertThat(errors).isEmpty();
        }
        for (Issue issue : reading.issues()) {
            assertThat(issue.message().en()).isNotBlank();
            assertThat(issue.message().zh()).isNotBlank();
        }
        reading.elements()
                .forEach(element -> assertThat(standsThere(element, printed, reading))
                        .as("%s of %s in %s", element, reading.scheme(), printed)
                        .isTrue());
    }

    /** Whether the value is of the label's own characters; only the zeros in front of a short GTIN are put there. */
    static boolean standsThere(Element element, String data, Reading reading) {
        String value = element.id().equals("01") ? element.value().replaceFirst("^0{1,6}", "") : element.value();
        if (reading.scheme().equals(LINK)) {
            return decoded(data, false).contains(value) || decoded(data, true).contains(value);
        }
        if (!TAKEN_FROM_THE_TEXT.contains(reading.scheme())) {
            return true;
        }
        String folded = folded(data);
        Optional<Symbology> symbology = reading.symbology().flatMap(Symbology::at);
        return symbology.filter(Symbology::escapesBackslashes).isPresent()
                ? inOrder(value, folded)
                        || inOrder(value, WrittenControls.restore(folded).text())
                : data.contains(value)
                        || folded.contains(value)
                        || folded.replace("\\(", "(").contains(value)
                        || WrittenControls.restore(folded).text().contains(value);
    }

    private static String folded(String data) {
        if (data.chars().anyMatch(c -> FullWidth.normal((char) c) < 0)) {
            return data;
        }
        StringBuilder folded = new StringBuilder(data.length());
        data.chars().map(c -> FullWidth.normal((char) c)).forEach(c -> folded.append((char) c));
        return folded.toString();
    }

    /** Whether the characters stand in the text in this order, others between them. */
    private static boolean inOrder(String value, String text) {
        int at = 0;
        for (int i = 0; i < text.length() && at < value.length(); i++) {
            at += text.charAt(i) == value.charAt(at) ? 1 : 0;
        }
        return at == value.length();
    }

    private static String decoded(String data, boolean plusIsBlank) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = folded(data).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            boolean escape = text[i] == '%'
                    && i + 2 < text.length
                    && Character.digit(text[i + 1], 16) >= 0
                    && Character.digit(text[i + 2], 16) >= 0;
            if (escape) {
                bytes.write(Character.digit(text[i + 1], 16) * 16 + Character.digit(text[i + 2], 16));
                i += 2;
            } else {
                bytes.write(plusIsBlank && text[i] == '+' ? ' ' : text[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
