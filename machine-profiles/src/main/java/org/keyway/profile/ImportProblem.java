package org.keyway.profile;

import org.keyway.identifier.Message;

/**
 * Something wrong with a workshop file.
 *
 * @param line from 1; 0 when it concerns the whole file
 */
public record ImportProblem(String file, int line, String code, Message message) {}
