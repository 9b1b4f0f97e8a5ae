package org.keyway.profile;

/** A version of a parameter set. */
public record SetVersion(String set, int version) {}
