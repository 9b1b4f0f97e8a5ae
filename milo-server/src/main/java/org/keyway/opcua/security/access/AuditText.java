package org.keyway.opcua.security.access;

import java.lang.reflect.Array;
import java.util.StringJoiner;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/** Values as people read them in an audit, and no longer than they would. */
final class AuditText {
    private static final int LONGEST = 500;
    private static final int MOST_ELEMENTS = 100;

    private AuditText() {}

    static String of(@Nullable Object value) {
        if (value instanceof Variant variant) {
            return of(variant.value());
        }
        if (value == null || !value.getClass().isArray()) {
            String text = String.valueOf(value);
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        }
        StringJoiner elements = new StringJoiner(", ", "[", "]");
        int length = Array.getLength(value);
        for (int i = 0; i < Math.min(length, MOST_ELEMENTS); i++) {
            elements.add(of(Array.get(value, i)));
        }
        return length > MOST_ELEMENTS ? elements.add("… " + length).toString() : elements.toString();
    }

    /** The name of a status, such as {@code Bad_UserAccessDenied}. */
    static String of(StatusCode status) {
        return StatusCodes.lookup(status.value())
                .map(names -> names[0])
                .orElseGet(() -> "0x" + Long.toHexString(status.value()));
    }
}
