package org.keyway.opcua.handover;

import java.util.Arrays;

/** What a PLC says that it is doing. */
enum PlcState {
    IDLE(0),
    READING(1),
    STAGED(2),
    ACTIVE(3),
    RUNNING(4),
    DONE(5),
    REJECTED(6),
    DROPPED(7),
    FAULT(8),
    HELD(9),
    /** A number without a meaning. */
    UNKNOWN(-1);

    private final int number;

    PlcState(int number) {
        this.number = number;
    }

    /** The value of {@code PlcState}. */
    int number() {
        return number;
    }

    static PlcState of(int number) {
        return Arrays.stream(values())
                .filter(state -> state.number == number)
                .findFirst()
                .orElse(UNKNOWN);
    }
}
