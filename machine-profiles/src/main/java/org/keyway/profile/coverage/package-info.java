/**
 * What is known of every product on every machine before a part is there: which cases are matched, which have a gap, a clash
 * or a limit violated, which will expire; and what a draft would change. Reads the workshop in force, changes nothing.
 */
@NullMarked
package org.keyway.profile.coverage;

import org.jspecify.annotations.NullMarked;
