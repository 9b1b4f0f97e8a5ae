/** Tests of one machine's worker: what becomes of a job when the machine, the link or we go wrong. */
@NullMarked
package org.keyway.job.machine;

import org.jspecify.annotations.NullMarked;
