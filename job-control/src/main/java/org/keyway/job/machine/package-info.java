/**
 * The machines of the workshop, each with its link and the one thread on which everything happens to it: deliveries,
 * what it reports, and the settling of what an interruption left behind. Knows links only through their port.
 */
@NullMarked
package org.keyway.job.machine;

import org.jspecify.annotations.NullMarked;
