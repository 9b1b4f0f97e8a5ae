/**
 * The yardstick: an OPC UA client and a database with nothing between them. Values that are already in memory come in, a
 * job that the machine took goes out. Uses Milo and SQL without the rooms that hide them elsewhere, because it measures
 * what these rooms cost; must not know Keyway.
 */
@NullMarked
package org.keyway.benchmark.bare;

import org.jspecify.annotations.NullMarked;
