package org.keyway.profile;

import java.util.List;

/**
 * What else is asked when a version is submitted, and again when it is released: whether it clashes with others, say. Bound
 * through a Multibinder.
 */
public interface SubmissionCheck {
    /**
     * Everything that stands against the version; nothing when it may go on.
     *
     * @param set valid in itself: what it names exists, what it holds fits
     */
    List<SetProblem> check(ParameterSet set, int version);
}
