package org.keyway.terminal.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keyway.identifier.Message;

/**
 * A refusal as JSON (RFC 9457).
 *
 * @param title and {@code detail} in the language that the client prefers
 * @param message the same as {@code detail}, in both languages
 * @param current the thing as it is now, where somebody else changed it meanwhile; else left out
 * @param impact what would change, where somebody must confirm that he means it; else left out
 */
record ProblemJson(
        String type,
        int status,
        String code,
        String title,
        String detail,
        Message message,
        List<FieldJson> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object current,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Object impact) {
    /** One field that can't be taken. */
    record FieldJson(String field, String code, String detail, Message message) {}
}
