/** Claims about the stores, each on both databases, and about several nodes on one of them. */
@NullMarked
package org.keyway.acceptance.store;

import org.jspecify.annotations.NullMarked;
