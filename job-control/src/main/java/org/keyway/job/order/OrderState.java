package org.keyway.job.order;

/** Where an order stands: states and substates of OPC 10031-4 6.2.1. */
public enum OrderState {
    /** Stored, not to be started yet. */
    WAITING(Top.NOT_ALLOWED_TO_START),
    /** To be started; no part of its product was scanned yet. */
    ALLOWED(Top.ALLOWED_TO_START),
    /** A part was scanned and its values are on their way to the machine. */
    READY(Top.ALLOWED_TO_START),
    /** The machine holds the values and may take the job. */
    LOADED(Top.ALLOWED_TO_START),
    /** The machine took a job of this order, and not all are done. */
    RUNNING(Top.RUNNING),
    /** The machine has a job of this order and waits for somebody. */
    HELD(Top.INTERRUPTED),
    /** It is not known what the machine has, or what it does with what it has. */
    SUSPENDED(Top.INTERRUPTED),
    /** Everything is done, or it was stopped. */
    COMPLETED(Top.ENDED),
    /** Completed, and the system has fetched the response. */
    CLOSED(Top.ENDED),
    /** Given up. */
    ABORTED(Top.ABORTED);

    /** The states of the standard. */
    public enum Top {
        NOT_ALLOWED_TO_START(1),
        ALLOWED_TO_START(2),
        RUNNING(3),
        INTERRUPTED(4),
        ENDED(5),
        ABORTED(6);

        private final int number;

        Top(int number) {
            this.number = number;
        }

        /** The standard's number. */
        public int number() {
            return number;
        }
    }

    private final Top top;

    OrderState(Top top) {
        this.top = top;
    }

    /** The state of which this is a substate, or itself. */
    public Top top() {
        return top;
    }

    /** Whether nothing more is made for an order in this state. */
    public boolean isEnded() {
        return top == Top.ENDED || top == Top.ABORTED;
    }
}
