/**
 * The engineer's side of the workshop over HTTP: parameter sets through their life, the things they are for, and who changed
 * what. Requests go in with a name and a reason, and the outcomes of machine-profiles come out as JSON or as problems. It
 * decides nothing itself.
 */
@NullMarked
package org.keyway.terminal.set;

import org.jspecify.annotations.NullMarked;
