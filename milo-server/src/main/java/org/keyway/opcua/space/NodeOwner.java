package org.keyway.opcua.space;

import java.util.Optional;
import org.keyway.opcua.security.AccessGroup;

/**
 * Whose a node is.
 *
 * @param machine its id; empty for what belongs to the gateway itself
 */
public record NodeOwner(Optional<String> machine, AccessGroup group) {}
