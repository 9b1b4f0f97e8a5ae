/** Claims about job orders: what may be done to them from where, and what is refused. */
@NullMarked
package org.keyway.job.order;

import org.jspecify.annotations.NullMarked;
