/** Proofs about matching, from inside. */
@NullMarked
package org.keyway.profile.matching;

import org.jspecify.annotations.NullMarked;
