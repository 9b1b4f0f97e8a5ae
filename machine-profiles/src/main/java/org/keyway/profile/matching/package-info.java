/**
 * The matcher: released parameter sets compiled into an index of hash probes, the layering of what covers a case, and the
 * values of formulas. Knows nothing of files or tables.
 */
@NullMarked
package org.keyway.profile.matching;

import org.jspecify.annotations.NullMarked;
