/**
 * The process: wires the modules, starts and stops what runs. Configuration comes in, addresses go out. Everything that
 * the product knows or decides lives in the other modules.
 */
@NullMarked
package org.keyway.app;

import org.jspecify.annotations.NullMarked;
