package org.keyway.identifier.teach;

import java.util.List;
import org.keyway.identifier.Issue;

/** What came of samples. */
public sealed interface Lesson {
    /**
     * Proposals, the likeliest first; one to three.
     *
     * @param notes warnings about the samples themselves
     */
    record Proposed(List<Proposal> proposals, List<Issue> notes) implements Lesson {
        public Proposed {
            proposals = List.copyOf(proposals);
            notes = List.copyOf(notes);
        }
    }

    /** No pattern can be proposed; the issues say why, at least one of them an error. */
    record Declined(List<Issue> issues) implements Lesson {
        public Declined {
            issues = List.copyOf(issues);
        }
    }
}
