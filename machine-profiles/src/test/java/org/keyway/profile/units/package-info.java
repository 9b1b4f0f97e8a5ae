/** Tests of the table of units. */
@NullMarked
package org.keyway.profile.units;

import org.jspecify.annotations.NullMarked;
