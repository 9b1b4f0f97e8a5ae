/** The cell's OPC UA server: the nodes of its machines, and the faults on the way to them. */
@NullMarked
package org.keyway.simulator.server;

import org.jspecify.annotations.NullMarked;
