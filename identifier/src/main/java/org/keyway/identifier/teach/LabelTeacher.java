package org.keyway.identifier.teach;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Identification.Ambiguous;
import org.keyway.identifier.Identification.Identified;
import org.keyway.identifier.Identification.Rejected;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.pattern.BoundedExpression;
import org.keyway.identifier.plain.PlainScheme;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.identifier.scheme.Symbology;
import org.keyway.identifier.teach.Lesson.Declined;
import org.keyway.identifier.teach.Lesson.Proposed;

/** Proposes patterns for labels that no scheme reads. The same samples always give the same answer. */
public final class LabelTeacher {
    /** No more samples are looked at. */
    public static final int MOST_SAMPLES = 5;

    private static final int MOST_PROPOSALS = 3;

    private final ScanParser parser;

    @Inject
    public LabelTeacher(ScanParser parser) {
        this.parser = parser;
    }

    /**
     * Proposals for samples as a scanner sends them, or the reasons why there are none.
     *
     * @param scans one to five labels of one kind, preferably of different products and days
     */
    public Lesson teach(List<Scan> scans) {
        if (scans.isEmpty()) {
            return declined(IssueCode.TEACH_NO_SAMPLE.issue(Map.of("limit", MOST_SAMPLES)));
        }
        if (scans.size() > MOST_SAMPLES) {
            return declined(IssueCode.TEACH_TOO_MANY.issue(Map.of("count", scans.size(), "limit", MOST_SAMPLES)));
        }
        List<Issue> refusals = new ArrayList<>();
        List<Issue> notes = new ArrayList<>();
        List<String> samples = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            String text = text(scans.get(i));
            Optional<Issue> flaw = flaw(text, scans.get(i), i + 1);
            flaw.ifPresent(refusals::add);
            if (samples.contains(text)) {
                notes.add(IssueCode.TEACH_REPEATED.issue(Map.of("number", i + 1)));
            } else {
                samples.add(text);
            }
        }
        return refusals.isEmpty() ? propose(samples, notes) : new Declined(refusals);
    }

    private static Declined declined(Issue issue) {
        return new Declined(List.of(issue));
    }

    private static String text(Scan scan) {
        String data = scan.data();
        String text = Symbology.at(data).isPresent() ? data.substring(Symbology.LENGTH) : data;
        return text.length() > Scan.MAX_LENGTH ? text : text.strip();
    }

    private Optional<Issue> flaw(String text, Scan scan, int number) {
        Optional<String> scheme = scheme(parser.parse(scan));
        if (scheme.isPresent()) {
            return Optional.of(IssueCode.TEACH_ALREADY_READ.issue(Map.of("number", number, "scheme", scheme.get())));
        }
        boolean unfit = text.isEmpty()
                || text.length() > BoundedExpression.LONGEST
                || text.chars().anyMatch(c -> c < ' ' || c > '~');
        return unfit
                ? Optional.of(IssueCode.TEACH_UNFIT.issue(Map.of("number", number, "limit", BoundedExpression.LONGEST)))
                : Optional.empty();
    }

    /** The scheme that reads a label already; a plain code is one that nobody can read further. */
    private static Optional<String> scheme(Identification identification) {
        String scheme = identification instanceof Identified identified
                ? identified.reading().scheme()
                : identification instanceof Rejected rejected
                        ? rejected.reading().scheme()
                        : ((Ambiguous) identification).readings().get(0).scheme();
        return scheme.equals(PlainScheme.NAME) ? Optional.empty() : Optional.of(scheme);
    }

    private static Lesson propose(List<String> samples, List<Issue> notes) {
        List<Proposal> proposals = new ArrayList<>();
        for (List<Segment> layout : Layouts.of(samples)) {
            Roles.guess(layout)
                    .flatMap(named -> Drafting.proposal(samples, named))
                    .filter(proposal -> proposals.stream()
                            .noneMatch(other -> other.expression().equals(proposal.expression())))
                    .ifPresent(proposals::add);
        }
        if (proposals.isEmpty()) {
            return declined(IssueCode.TEACH_NOTHING_IN_COMMON.issue());
        }
        if (samples.size() == 1) {
            notes.add(IssueCode.TEACH_ONE_SAMPLE.issue());
        }
        return new Proposed(proposals.subList(0, Math.min(MOST_PROPOSALS, proposals.size())), notes);
    }
}
