@NullMarked
package org.keyway.job.account;

import org.jspecify.annotations.NullMarked;
