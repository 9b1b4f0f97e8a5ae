/**
 * A PLC that fetches its jobs from an OPC UA server: the program in its cycle, with the memory that survives a loss of power,
 * and the client that reads and writes for it. The program is the one in {@code plc/}, line by line, in another language.
 */
@NullMarked
package org.keyway.simulator.plc;

import org.jspecify.annotations.NullMarked;
