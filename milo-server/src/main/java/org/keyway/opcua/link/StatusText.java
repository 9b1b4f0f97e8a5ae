package org.keyway.opcua.link;

import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/** Names of status codes (OPC 10000-6 A.2). */
final class StatusText {
    private StatusText() {}

    static String of(StatusCode status) {
        return StatusCodes.lookup(status.value())
                .map(found -> found[0])
                .orElseGet(() -> "0x%08X".formatted(status.value()));
    }
}
