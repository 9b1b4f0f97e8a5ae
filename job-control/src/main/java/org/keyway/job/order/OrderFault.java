package org.keyway.job.order;

/** Why nothing was done: the bits of the ReturnStatus, those of OPC 10031-4 B.2 and from 33 on our own. */
public enum OrderFault {
    UNKNOWN_ORDER(1),
    /** Not from the state that the order is in. */
    INVALID_STATE(3),
    /** Always there when an order could not be taken on. */
    NOT_ACCEPTED(4),
    INVALID_REQUEST(32),
    /** A value beyond the limits of the machine or the product. */
    OUT_OF_LIMITS(33),
    /** A value other than the released one, or none is released. */
    NOT_APPROVED(34),
    /** The machine takes no such parameter. */
    UNKNOWN_PARAMETER(35),
    /** A unit that doesn't convert to the parameter's. */
    UNIT_MISMATCH(36),
    /** An order of this id is there, and says something else. */
    OTHER_CONTENT(37);

    private final int bit;

    OrderFault(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
