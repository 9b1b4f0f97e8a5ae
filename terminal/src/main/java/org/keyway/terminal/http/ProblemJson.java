package org.keyway.terminal.http;

import java.util.List;
import org.keyway.identifier.Message;

/**
 * A refusal as JSON (RFC 9457).
 *
 * @param title and {@code detail} in the language that the client prefers
 * @param message the same as {@code detail}, in both languages
 */
record ProblemJson(
        String type, int status, String code, String title, String detail, Message message, List<FieldJson> errors) {
    /** One field that can't be taken. */
    record FieldJson(String field, String code, String detail, Message message) {}
}
