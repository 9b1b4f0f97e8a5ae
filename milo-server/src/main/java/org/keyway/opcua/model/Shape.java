package org.keyway.opcua.model;

import java.util.List;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;

/**
 * What values are allowed: data type, rank and dimensions (OPC 10000-3 5.6.2).
 *
 * @param rank -3 scalar or one dimension, -2 any, -1 scalar, 0 one or more dimensions, else the number of dimensions
 * @param dimensions the lengths, 0 for any; empty when none are stated
 */
public record Shape(ExpandedNodeId dataType, int rank, List<Long> dimensions) {
    /** The rank of one value. */
    public static final int SCALAR = -1;

    public Shape {
        dimensions = List.copyOf(dimensions);
    }
}
