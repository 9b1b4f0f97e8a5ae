package org.keyway.job;

/** A job with this request id is on record already; nothing was recorded. */
public final class DuplicateRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DuplicateRequestException(String requestId, Throwable cause) {
        super("request " + requestId + " is on record", cause);
    }
}
