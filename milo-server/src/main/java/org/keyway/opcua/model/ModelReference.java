package org.keyway.opcua.model;

import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;

/** A reference as its source node states it. Ids carry namespace URIs. */
public record ModelReference(ExpandedNodeId type, boolean forward, ExpandedNodeId target) {}
