package org.keyway.identifier.pattern;

import org.keyway.identifier.Issue;

/** What came of a change of an accepted pattern. */
public sealed interface PatternChange {
    /** The pattern is in force, and kept. */
    record Accepted(SitePattern pattern) implements PatternChange {}

    /** The pattern is out of force, and no longer kept. */
    record Withdrawn() implements PatternChange {}

    /** The pattern can't be used; nothing was changed. */
    record Refused(Issue issue) implements PatternChange {}

    /** A pattern of that name stands in the configuration file; nothing was changed. */
    record Configured() implements PatternChange {}

    /** The pattern is not that version: somebody accepted, changed or withdrew it; nothing was changed. */
    record Overtaken() implements PatternChange {}

    /** As many patterns are accepted as can be; nothing was changed. */
    record Full() implements PatternChange {}
}
