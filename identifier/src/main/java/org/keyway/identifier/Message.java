package org.keyway.identifier;

/** A sentence for people, in the two languages of the shop floor. */
public record Message(String en, String zh) {}
