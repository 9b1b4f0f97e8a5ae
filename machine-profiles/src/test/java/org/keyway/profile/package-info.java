/** Tests of the workshop as other modules use it: files in, matches out, on a real H2 database. */
@NullMarked
package org.keyway.profile;

import org.jspecify.annotations.NullMarked;
