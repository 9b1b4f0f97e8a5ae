/** Faults that a machine can be told to have, and which of them strike at a given access. */
@NullMarked
package org.keyway.simulator.fault;

import org.jspecify.annotations.NullMarked;
