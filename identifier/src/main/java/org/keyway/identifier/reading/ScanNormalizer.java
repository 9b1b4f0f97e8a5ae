package org.keyway.identifier.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/** Makes a scan ready for the schemes, or says why it cannot be. */
final class ScanNormalizer {
    private static final String KEPT_CONTROLS = "" + LabelText.GS + LabelText.RS + LabelText.EOT;

    private ScanNormalizer() {}

    /** A scan on its way: its symbology once known, its text once clean, and everything there is to say. */
    record Normalized(Optional<Symbology> symbology, Optional<LabelText> label, List<Issue> issues) {}

    static Normalized normalize(Scan scan) {
        if (scan.data().length() > Scan.MAX_LENGTH) {
            return refused(
                    Optional.empty(),
                    IssueCode.TOO_LONG.issue(Map.of("length", scan.data().length(), "limit", Scan.MAX_LENGTH)));
        }
        List<Issue> issues = new ArrayList<>(2);
        String data = FullWidth.fold(scan.data(), issues);
        Optional<Symbology> apart = scan.symbology().flatMap(Symbology::at);
        if (scan.symbology().isPresent()
                && (apart.isEmpty() || scan.symbology().get().length() != Symbology.LENGTH)) {
            return refused(
                    Optional.empty(),
                    IssueCode.SYMBOLOGY_MALFORMED.issue(
                            Map.of("symbology", scan.symbology().get())));
        }
        Optional<Symbology> front = Symbology.at(data);
        // A reader that sends the identifier apart may leave it at the front as well; another one there is content.
        boolean atFront = front.isPresent() && (apart.isEmpty() || apart.equals(front));
        Optional<Symbology> symbology = apart.or(() -> front);
        if (apart.isEmpty() && Symbology.caseSwapped(data)) {
            return refused(symbology, IssueCode.CASE_SWAPPED.issue());
        }
        String text = clean(atFront ? data.substring(Symbology.LENGTH) : data, symbology, issues);
        return checked(new LabelText(symbology, text, scan.station()), issues);
    }

    private static Normalized checked(LabelText label, List<Issue> issues) {
        Optional<Symbology> symbology = label.symbology();
        String text = label.text();
        if (text.isEmpty()) {
            return refused(symbology, IssueCode.EMPTY.issue());
        }
        for (int i = 0; i < text.length(); i++) {
            if (unprintable(text.charAt(i))) {
                return refused(symbology, IssueCode.CONTROL_CHARACTER.issue(Map.of("position", i + 1)));
            }
        }
        return new Normalized(symbology, Optional.of(label), issues);
    }

    private static boolean unprintable(char c) {
        if (c < ' ') {
            return KEPT_CONTROLS.indexOf(c) < 0;
        }
        // C1 controls, the replacement character and halves of pairs are what bytes that were never text turn into.
        return (c >= 0x7F && c < 0xA0) || c == 0xFFFD || c == 0xFEFF || Character.isSurrogate(c);
    }

    private static String clean(String data, Optional<Symbology> symbology, List<Issue> issues) {
        int end = data.length();
        while (end > 0 && (data.charAt(end - 1) == '\r' || data.charAt(end - 1) == '\n')) {
            end--;
        }
        String line = data.substring(0, end);
        String text = symbology.filter(Symbology::escapesBackslashes).isPresent()
                ? ExtendedChannel.withoutEscapes(line)
                : line;
        if (symbology.filter(Symbology::declaresElementString).isPresent()) {
            return text;
        }
        String trimmed = withoutBlanks(text);
        if (trimmed.length() < text.length() && !trimmed.isEmpty()) {
            issues.add(IssueCode.BLANKS_REMOVED.issue());
        }
        return trimmed;
    }

    private static String withoutBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    private static Normalized refused(Optional<Symbology> symbology, Issue issue) {
        return new Normalized(symbology, Optional.empty(), List.of(issue));
    }
}
