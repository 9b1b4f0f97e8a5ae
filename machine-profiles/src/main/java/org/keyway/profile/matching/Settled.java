package org.keyway.profile.matching;

import java.util.Map;

/** What becomes of a raw value on its way to a parameter. */
sealed interface Settled {
    /**
     * It can.
     *
     * @param value in the parameter's unit
     * @param nodeValue in the unit that the machine expects
     * @param withinProfile whether the profile's own limits allow it
     */
    record Fits(Object value, Object nodeValue, boolean withinProfile) implements Settled {}

    /** Why it can't be the parameter's value, with facts for the sentence. */
    record Misfit(MatchCode code, Map<String, Object> facts) implements Settled {}
}
