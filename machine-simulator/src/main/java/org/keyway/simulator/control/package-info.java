/** Hands for the machines: switching their state and their faults over HTTP on the loopback address. */
@NullMarked
package org.keyway.simulator.control;

import org.jspecify.annotations.NullMarked;
