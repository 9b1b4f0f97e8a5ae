package org.keyway.profile;

import java.util.Optional;

/** Where, beside its name, an NC program's version and hash go on a machine. */
public record ProgramNodes(Optional<String> version, Optional<String> sha256) {}
