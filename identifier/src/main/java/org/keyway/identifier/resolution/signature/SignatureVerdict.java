package org.keyway.identifier.resolution.signature;

import java.time.Instant;

/** What the signature of an answer is worth. */
public sealed interface SignatureVerdict {
    /** There is none. */
    record Absent() implements SignatureVerdict {}

    /**
     * A configured signer vouches for the answer to this very question.
     *
     * @param signer by its configured id
     * @param until when the signature ends; the answer holds no longer
     */
    record Valid(String signer, Instant until) implements SignatureVerdict {}

    /**
     * There is one that proves nothing.
     *
     * @param reason in a few words, without anything that the service wrote
     */
    record Invalid(Fault fault, String reason) implements SignatureVerdict {}

    /** What is wrong with a signature. */
    enum Fault {
        /** It is none, is over something else, or was not made with the signer's key. */
        BROKEN,
        /** It has ended, has not begun, or says no end. */
        OUT_OF_TIME,
        /** Nobody that is configured made it. */
        UNKNOWN_SIGNER
    }
}
