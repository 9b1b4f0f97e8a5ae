package org.keyway.identifier;

/**
 * One element of a label.
 *
 * @param id the application identifier, data identifier or group name that announces it
 * @param title the standard's data title, such as {@code SERIAL}
 * @param value the decoded value, without separators
 */
public record Element(String id, String title, String value) {}
