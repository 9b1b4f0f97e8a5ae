package org.keyway.identifier.gs1;

/** An identifier and its value as they stand on a label. */
public record CheckedElement(ApplicationIdentifier identifier, String value) {}
