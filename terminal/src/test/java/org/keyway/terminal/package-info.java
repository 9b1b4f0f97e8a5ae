/** The terminal's claims, asked over real HTTP; behind it a shop floor in memory. */
@NullMarked
package org.keyway.terminal;

import org.jspecify.annotations.NullMarked;
