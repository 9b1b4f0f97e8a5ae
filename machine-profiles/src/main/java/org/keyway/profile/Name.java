package org.keyway.profile;

/** What something is called, in the two languages of the shop floor. */
public record Name(String en, String zh) {}
