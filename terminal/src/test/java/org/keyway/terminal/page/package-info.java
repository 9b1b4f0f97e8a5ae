/** Claims about the pages' files. */
@NullMarked
package org.keyway.terminal.page;

import org.jspecify.annotations.NullMarked;
