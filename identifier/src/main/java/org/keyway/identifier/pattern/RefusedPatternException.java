package org.keyway.identifier.pattern;

import org.keyway.identifier.Issue;

/** A pattern that can't be used; the same refusal whether it stands in a file or was sent. */
public final class RefusedPatternException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    public RefusedPatternException(Issue issue) {
        super(issue.code() + ": " + issue.message().en(), null);
        this.issue = issue;
    }

    /** What is wrong, in both languages. */
    public Issue issue() {
        return issue;
    }
}
