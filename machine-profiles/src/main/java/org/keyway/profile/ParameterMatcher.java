package org.keyway.profile;

/** Finds the values that one product identity needs on one machine in one operation. Pure: nothing is written. */
public interface ParameterMatcher {
    /** The match; never throws for a case that merely has none. */
    MatchResult match(MatchRequest request);
}
