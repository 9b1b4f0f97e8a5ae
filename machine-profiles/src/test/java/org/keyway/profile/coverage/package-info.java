/** Proofs about coverage. */
@NullMarked
package org.keyway.profile.coverage;

import org.jspecify.annotations.NullMarked;
