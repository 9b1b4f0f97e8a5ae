package org.keyway.profile;

import org.keyway.identifier.Message;

/**
 * Something that stands against a parameter set or a change of one.
 *
 * @param path what of the set it concerns, such as {@code values.spindleSpeed}; empty for the whole
 * @param code stable, {@code KW-IMP-…} as for files, {@code KW-SET-…} for its life
 */
public record SetProblem(String path, String code, Message message) {}
