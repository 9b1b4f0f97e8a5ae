/** Claims about job control, proven with a real database and the real wiring. */
@NullMarked
package org.keyway.job;

import org.jspecify.annotations.NullMarked;
