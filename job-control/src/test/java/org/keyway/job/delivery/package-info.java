/** Tests of deliveries. */
@NullMarked
package org.keyway.job.delivery;

import org.jspecify.annotations.NullMarked;
