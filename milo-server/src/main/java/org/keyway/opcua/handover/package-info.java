/**
 * The hand-over to a PLC that is the client of our server: the offer, its checksum, the state machine on our side, and what
 * of it is kept on the disk. What happens comes in as calls, what is to be kept and published goes out as values; nothing
 * here knows how nodes or tables are made.
 */
@NullMarked
package org.keyway.opcua.handover;

import org.jspecify.annotations.NullMarked;
