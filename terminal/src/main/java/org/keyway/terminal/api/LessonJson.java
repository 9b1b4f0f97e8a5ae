package org.keyway.terminal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.teach.Lesson;
import org.keyway.identifier.teach.Lesson.Declined;
import org.keyway.identifier.teach.Lesson.Proposed;
import org.keyway.identifier.teach.Proposal;
import org.keyway.identifier.teach.Proposal.TaughtReading;
import org.keyway.identifier.teach.Snippet;
import org.keyway.terminal.api.ReadingJson.IssueJson;

/**
 * What teaching a label answers, on the command line and over HTTP.
 *
 * @param proposals the likeliest first; none when the samples were declined
 * @param issues what is to be said of the samples; when they were declined, why
 */
public record LessonJson(List<ProposalJson> proposals, List<IssueJson> issues) {
    /** A lesson as JSON. */
    public static LessonJson of(Lesson lesson) {
        if (lesson instanceof Proposed proposed) {
            return new LessonJson(
                    proposed.proposals().stream().map(ProposalJson::of).toList(),
                    proposed.notes().stream().map(IssueJson::of).toList());
        }
        return new LessonJson(
                List.of(),
                ((Declined) lesson).issues().stream().map(IssueJson::of).toList());
    }

    /**
     * One pattern.
     *
     * @param pattern what to send to have it accepted
     * @param snippet what to put into {@code identifier.yaml}, where it is to stand there instead
     */
    public record ProposalJson(
            String name,
            String expression,
            @Nullable String check,
            @Nullable String checkOver,
            List<TaughtReading> readings,
            String counterexample,
            List<IssueJson> reasons,
            PatternJson pattern,
            String snippet) {
        static ProposalJson of(Proposal proposal) {
            return new ProposalJson(
                    proposal.name(),
                    proposal.expression(),
                    proposal.check().map(CheckRule::id).orElse(null),
                    proposal.checkOver().orElse(null),
                    proposal.readings(),
                    proposal.counterexample(),
                    proposal.reasons().stream().map(IssueJson::of).toList(),
                    PatternJson.of(proposal.definition()),
                    Snippet.of(proposal));
        }
    }
}
