package org.keyway.job;

/** Where a job stands. Each state is durable before what follows it begins. */
public enum JobState {
    RECEIVED,
    IDENTIFIED,
    MATCHED,
    STAGED,
    VERIFIED,
    RELEASED,
    ACCEPTED,
    COMPLETED,
    /** We will not do this: unknown label, nothing released, limit, interlock, duplicate. */
    REFUSED,
    /** We could not: device, network, verification. */
    FAILED,
    /** Given up before anything was written to a machine. */
    CANCELLED,
    /** Not in time: the machine did not accept and the release was withdrawn, or the scans that the job needs did not come. */
    EXPIRED;

    /** Whether nothing more will happen to a job in this state. */
    public boolean isFinal() {
        return switch (this) {
            case COMPLETED, REFUSED, FAILED, CANCELLED, EXPIRED -> true;
            default -> false;
        };
    }

    /** Whether the operator has an answer: the job is accepted or has ended. */
    public boolean isAtRest() {
        return this == ACCEPTED || isFinal();
    }

    /** Whether the job ended without the machine having taken it. */
    public boolean isBad() {
        return isFinal() && this != COMPLETED;
    }
}
