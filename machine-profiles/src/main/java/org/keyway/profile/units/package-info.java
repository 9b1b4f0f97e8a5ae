/**
 * A closed table of the units that machining uses, with exact conversions. A unit or a conversion that isn't in the table
 * is refused, never guessed.
 */
@NullMarked
package org.keyway.profile.units;

import org.jspecify.annotations.NullMarked;
