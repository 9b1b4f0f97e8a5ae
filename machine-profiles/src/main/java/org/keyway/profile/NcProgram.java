package org.keyway.profile;

/**
 * Which NC program a machine is to run.
 *
 * @param sha256 of the program's bytes, 64 hexadecimal digits
 */
public record NcProgram(String name, String version, String sha256) {}
