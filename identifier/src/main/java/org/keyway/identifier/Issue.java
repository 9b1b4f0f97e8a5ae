package org.keyway.identifier;

import java.util.Optional;

/**
 * Something wrong with a label.
 *
 * @param code stable, {@code KW-ID-…}
 * @param element the element concerned, where there is one
 * @param message what to tell the operator: the cause and what to do now
 */
public record Issue(String code, Severity severity, Optional<String> element, Message message) {
    /** Whether the label can still identify a product. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
