/**
 * Figures of our OPC UA server, beside a server of the bare stack with the same nodes in the same process: reads, notifications,
 * many machines, and the way from a scan to a PLC that has accepted it.
 */
@NullMarked
package org.keyway.benchmark.opcua;

import org.jspecify.annotations.NullMarked;
