/** Claims about the event streams. */
@NullMarked
package org.keyway.terminal.live;

import org.jspecify.annotations.NullMarked;
