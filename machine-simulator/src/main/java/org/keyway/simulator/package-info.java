/**
 * A simulated CNC cell behind an OPC UA server: what each machine is comes in as a {@link
 * org.keyway.simulator.MachineModel}, an OPC UA client sees staging area, handshake, state and actual values. Behaves as a
 * machine would, also when it is made to misbehave. Knows OPC UA and machines, and nothing of whoever writes to it.
 */
@NullMarked
package org.keyway.simulator;

import org.jspecify.annotations.NullMarked;
