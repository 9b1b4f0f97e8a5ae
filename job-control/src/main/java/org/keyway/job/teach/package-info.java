/**
 * Reads what a machine holds now into a draft of a parameter set, so that what was found by hand at the machine need not be
 * typed. Reads only.
 */
@NullMarked
package org.keyway.job.teach;

import org.jspecify.annotations.NullMarked;
