package org.keyway.identifier.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/** Makes a scan ready for the schemes, or says why it cannot be. */
final class ScanNormalizer {
    private static final String KEPT_CONTROLS = "" + LabelText.GS + LabelText.RS + LabelText.EOT;

    private static final List<Issue> NONE = List.of();
    private static final List<Issue> FOLDED = List.of(IssueCode.FULL_WIDTH_FOLDED.issue());

    private ScanNormalizer() {}

    /** A scan on its way: its symbology once known, its text once clean, and everything there is to say. */
    record Normalized(
            Optional<Symbology> symbology, @Nullable LabelText label, List<Issue> issues) {}

    static Normalized normalize(Scan scan) {
        if (scan.data().length() > Scan.MOST_DATA) {
            return refused(Optional.empty(), tooLong(scan.data().length()));
        }
        Optional<Symbology> apart = scan.symbology().flatMap(Symbology::at);
        if (scan.symbology().isPresent() && !wellFormed(scan.symbology().get(), apart)) {
            return refused(
                    Optional.empty(),
                    IssueCode.SYMBOLOGY_MALFORMED.issue(
                            Map.of("symbology", scan.symbology().get())));
        }
        String data = FullWidth.fold(scan.data());
        Optional<Symbology> front = Symbology.at(data);
        // A reader that sends the identifier apart may leave it at the front as well; another one there is content.
        boolean atFront = front.isPresent() && (apart.isEmpty() || apart.equals(front));
        Optional<Symbology> symbology = apart.isPresent() ? apart : front;
        if (apart.isEmpty() && Symbology.caseSwapped(data)) {
            return refused(symbology, IssueCode.CASE_SWAPPED.issue());
        }
        String content = content(data, atFront ? Symbology.LENGTH : 0, symbology);
        return checked(scan, symbology, content, data.equals(scan.data()) ? NONE : FOLDED);
    }

    private static boolean wellFormed(String symbology, Optional<Symbology> read) {
        return read.isPresent() && symbology.length() == Symbology.LENGTH;
    }

    private static Issue tooLong(int length) {
        return IssueCode.TOO_LONG.issue(Map.of("length", length, "limit", Scan.MAX_LENGTH));
    }

    private static Normalized checked(Scan scan, Optional<Symbology> symbology, String content, List<Issue> folded) {
        boolean kept = symbology.isPresent() && symbology.get().declaresElementString();
        String text = kept ? content : withoutBlanks(content);
        if (text.isEmpty()) {
            return refused(symbology, IssueCode.EMPTY.issue());
        }
        if (text.length() > Scan.MAX_LENGTH) {
            return refused(symbology, tooLong(text.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            if (unprintable(text.charAt(i))) {
                return refused(symbology, IssueCode.CONTROL_CHARACTER.issue(Map.of("position", i + 1)));
            }
        }
        return new Normalized(
                symbology,
                new LabelText(symbology, text, scan.station()),
                repairs(folded, text.length() < content.length()));
    }

    private static List<Issue> repairs(List<Issue> folded, boolean trimmed) {
        if (!trimmed) {
            return folded;
        }
        List<Issue> issues = new ArrayList<>(folded);
        issues.add(IssueCode.BLANKS_REMOVED.issue());
        return issues;
    }

    private static boolean unprintable(char c) {
        if (c < ' ') {
            return KEPT_CONTROLS.indexOf(c) < 0;
        }
        // C1 controls, the replacement character and halves of pairs are what bytes that were never text turn into.
        return (c >= 0x7F && c < 0xA0) || c == 0xFFFD || c == 0xFEFF || Character.isSurrogate(c);
    }

    private static String content(String data, int from, Optional<Symbology> symbology) {
        int end = data.length();
        while (end > from && (data.charAt(end - 1) == '\r' || data.charAt(end - 1) == '\n')) {
            end--;
        }
        String line = data.substring(from, end);
        boolean escaped = symbology.isPresent() && symbology.get().escapesBackslashes();
        return escaped ? ExtendedChannel.withoutEscapes(line) : line;
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
        return new Normalized(symbology, null, List.of(issue));
    }
}
