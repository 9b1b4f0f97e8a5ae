package org.keyway.profile.matching;

import java.util.Map;

/** What becomes of a raw value on its way to a parameter. */
sealed interface Settled {
    /** The value in the parameter's unit, and in the unit that the machine expects. */
    record Fits(Object value, Object nodeValue) implements Settled {}

    /** Why it can't be the parameter's value, with facts for the sentence. */
    record Misfit(MatchCode code, Map<String, Object> facts) implements Settled {}
}
