/**
 * Bringing values to a machine so that a half-written recipe is never machined: clear the release flag, stage, read back,
 * compare, and release last. A {@link org.keyway.job.link.MachineLink} and the wanted values come in, a
 * {@link org.keyway.job.delivery.DeliveryOutcome} goes out. Nothing here knows of the journal's tables or of threads.
 */
@NullMarked
package org.keyway.job.delivery;

import org.jspecify.annotations.NullMarked;
