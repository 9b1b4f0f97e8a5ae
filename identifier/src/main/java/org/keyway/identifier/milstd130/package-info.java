/**
 * Unique item identifiers (MIL-STD-130N with change 1, appendix A): derived from the elements of a label, constructs 1 and 2,
 * or read where they stand alone. Knows no register of items.
 */
@NullMarked
package org.keyway.identifier.milstd130;

import org.jspecify.annotations.NullMarked;
