package org.keyway.opcua.handover;

import java.util.List;

/**
 * What one hand-over brings to a PLC.
 *
 * @param seq names the offer on its machine, 1 to 2^32-1; 0 before it has got one
 * @param runsPlanned how many parts are machined with it, at least 1
 * @param jobOrderId the job's id
 * @param recipeId the parameter set that says most about the values, for people
 * @param programName the NC program, empty text for none
 * @param parameters at most 64, each number once
 */
record Offer(
        long seq,
        long runsPlanned,
        long recipeRevision,
        long programNo,
        String jobOrderId,
        String productId,
        String serialNumber,
        String recipeId,
        String programName,
        List<OfferParameter> parameters) {
    /** How many parameters an offer holds at the most. */
    static final int MOST_PARAMETERS = 64;

    /** How long its texts are at the most, in UTF-16 code units. */
    static final int LONGEST_TEXT = 64;

    Offer {
        parameters = List.copyOf(parameters);
        boolean fits = isText(jobOrderId)
                && isText(productId)
                && isText(serialNumber)
                && isText(recipeId)
                && isText(programName)
                && parameters.size() <= MOST_PARAMETERS
                && parameters.stream().map(OfferParameter::no).distinct().count() == parameters.size();
        if (!fits || runsPlanned < 1) {
            throw new IllegalArgumentException("no offer a PLC can hold: " + jobOrderId);
        }
    }

    /** Whether a text can stand in an offer: short, and of the Basic Multilingual Plane alone. */
    static boolean isText(String text) {
        return text.length() <= LONGEST_TEXT && text.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
    }

    /** The same offer under another sequence. */
    Offer as(long number) {
        return new Offer(
                number,
                runsPlanned,
                recipeRevision,
                programNo,
                jobOrderId,
                productId,
                serialNumber,
                recipeId,
                programName,
                parameters);
    }
}
