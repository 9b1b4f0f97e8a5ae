package org.keyway.identifier.iso15434;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.LabelText;

/** Takes a message apart into its format envelopes (ISO/IEC 15434 5 and 6). */
final class Envelopes {
    static final String HEADER = "[)>";

    /** Data identifiers. */
    static final String DATA_FORMAT = "06";

    /** Text elements, before they were given the number 12. */
    static final String TEXT_ELEMENTS = "DD";

    private static final int FORMAT_LENGTH = 2;
    private static final String AT_HEADER = "@06@";
    private static final String AT_TRAILER = "@@";

    private Envelopes() {}

    /** The content of one envelope, without its separators. */
    record Envelope(String format, String content) {}

    /**
     * The envelopes of a message that begins with the header. What can be certain without a separator is read and warned
     * about; a message in which fields may run together gets the error that says so.
     */
    static List<Envelope> of(String message, List<Issue> issues) {
        if (message.indexOf(LabelText.GS) < 0) {
            issues.add(IssueCode.SEPARATORS_LOST.issue());
            return List.of();
        }
        String body = withoutTrailer(withoutHeader(message, issues), issues);
        List<Envelope> envelopes = new ArrayList<>();
        int at = 0;
        for (int count = 0; at < body.length(); count++) {
            if (count == LabelText.MOST_ELEMENTS) {
                issues.add(IssueCode.TOO_MANY_ELEMENTS.issue(Map.of("limit", LabelText.MOST_ELEMENTS)));
                break;
            }
            int end = body.indexOf(LabelText.RS, at);
            end = end < 0 ? body.length() : end;
            envelope(body.substring(at, end), envelopes, issues);
            at = end + 1;
        }
        if (envelopes.isEmpty() && issues.stream().noneMatch(i -> i.severity() == Issue.Severity.ERROR)) {
            issues.add(IssueCode.ENVELOPE_BROKEN.issue());
        }
        return envelopes;
    }

    private static String withoutHeader(String message, List<Issue> issues) {
        int from = HEADER.length();
        if (message.length() > from && message.charAt(from) == LabelText.RS) {
            return message.substring(from + 1);
        }
        issues.add(IssueCode.ENVELOPE_INCOMPLETE.issue());
        return message.substring(from);
    }

    private static String withoutTrailer(String body, List<Issue> issues) {
        int end = body.length();
        boolean ended = end > 0 && body.charAt(end - 1) == LabelText.EOT;
        end -= ended ? 1 : 0;
        boolean recordEnded = end > 0 && body.charAt(end - 1) == LabelText.RS;
        end -= recordEnded ? 1 : 0;
        if ((!ended || !recordEnded) && !warned(issues)) {
            issues.add(IssueCode.ENVELOPE_INCOMPLETE.issue());
        }
        return body.substring(0, end);
    }

    private static void envelope(String envelope, List<Envelope> envelopes, List<Issue> issues) {
        if (envelope.length() < FORMAT_LENGTH || !format(envelope) || envelope.indexOf(LabelText.EOT) >= 0) {
            issues.add(IssueCode.ENVELOPE_BROKEN.issue());
            return;
        }
        String format = envelope.substring(0, FORMAT_LENGTH);
        String content = envelope.substring(FORMAT_LENGTH);
        boolean separated = content.startsWith(String.valueOf(LabelText.GS));
        if (!separated && !content.isEmpty() && !warned(issues)) {
            issues.add(IssueCode.ENVELOPE_INCOMPLETE.issue());
        }
        envelopes.add(new Envelope(format, separated ? content.substring(1) : content));
    }

    /** Two digits, or the indicator that MIL-STD-130 (6.7) gives to text elements. */
    private static boolean format(String envelope) {
        return envelope.startsWith(TEXT_ELEMENTS)
                || envelope.substring(0, FORMAT_LENGTH).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * Labels of one group of makers have {@code @} where GS and RS belong, and {@code @@} at the end; their header says so,
     * which is what makes the replacement certain.
     */
    static String withoutAt(String message, List<Issue> issues) {
        if (!message.startsWith(AT_HEADER, HEADER.length()) || message.indexOf(LabelText.GS) >= 0) {
            return message;
        }
        issues.add(IssueCode.SEPARATORS_WRITTEN_AS_AT.issue());
        int end = message.endsWith(AT_TRAILER) ? message.length() - AT_TRAILER.length() : message.length();
        String fields =
                message.substring(HEADER.length() + AT_HEADER.length(), end).replace('@', LabelText.GS);
        return HEADER + LabelText.RS + DATA_FORMAT + LabelText.GS + fields + LabelText.RS + LabelText.EOT;
    }

    private static boolean warned(List<Issue> issues) {
        return issues.stream().anyMatch(issue -> issue.code().equals(IssueCode.ENVELOPE_INCOMPLETE.code()));
    }

    /** The error of a format that is not read. */
    static Issue unsupported(String format) {
        return IssueCode.FORMAT_UNSUPPORTED.issue(Map.of("format", format));
    }
}
