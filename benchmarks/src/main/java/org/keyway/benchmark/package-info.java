/**
 * Measures the way of a scan against the least that anybody could do: the same exchange with the same kind of machine, with
 * nothing to find out and nothing to keep. A folder for scratch files comes in, figures go out. Everything runs in this
 * process and on the loopback address; the measured parts are the ones that ship.
 */
@NullMarked
package org.keyway.benchmark;

import org.jspecify.annotations.NullMarked;
