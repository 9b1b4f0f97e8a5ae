/** A shop floor in memory, written by hand: a workshop of two stations, jobs that go as their label says. */
@NullMarked
package org.keyway.terminal.fake;

import org.jspecify.annotations.NullMarked;
