package org.keyway.profile;

import java.util.Optional;

/**
 * Products that are machined alike (ISA-95 material class).
 *
 * @param parent the family that this one belongs to, if any
 */
public record ProductFamily(String id, Name name, Optional<String> parent) {}
