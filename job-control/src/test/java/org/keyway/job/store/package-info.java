@NullMarked
package org.keyway.job.store;

import org.jspecify.annotations.NullMarked;
