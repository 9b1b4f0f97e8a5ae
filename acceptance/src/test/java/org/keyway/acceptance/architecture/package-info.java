/** The sentences of {@code ARCHITECTURE.md}, held by tests. */
@NullMarked
package org.keyway.acceptance.architecture;

import org.jspecify.annotations.NullMarked;
