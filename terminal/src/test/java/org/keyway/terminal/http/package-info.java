/** Claims about what every request goes through. */
@NullMarked
package org.keyway.terminal.http;

import org.jspecify.annotations.NullMarked;
