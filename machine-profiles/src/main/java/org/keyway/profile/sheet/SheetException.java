package org.keyway.profile.sheet;

import java.util.Map;

/** Ends the reading of a file; a value thrown, so it carries no stack trace. */
final class SheetException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SheetFault fault;

    SheetException(SheetFault fault) {
        super(fault.toString(), null, false, false);
        this.fault = fault;
    }

    static SheetException unreadable(String reason) {
        return new SheetException(new SheetFault("", 0, 0, SheetFault.Kind.UNREADABLE, Map.of("reason", reason)));
    }

    SheetFault fault() {
        return fault;
    }
}
