/** Claims about the database. */
@NullMarked
package org.keyway.profile.store;

import org.jspecify.annotations.NullMarked;
