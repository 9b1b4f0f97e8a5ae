/** The demo: an engine workshop with its labels, and the simulated machines that stand in it. */
@NullMarked
package org.keyway.app.demo;

import org.jspecify.annotations.NullMarked;
