/** Hand-overs in the database: one row for each machine, with the epoch of whoever serves it. */
@NullMarked
package org.keyway.opcua.handover.store;

import org.jspecify.annotations.NullMarked;
