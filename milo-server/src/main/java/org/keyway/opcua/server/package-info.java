/**
 * Our own OPC UA server: the machines of the workshop and the job that each has, for anyone to read and nobody to write.
 * Jobs and machines come in through job control's ports. It listens on the loopback address only.
 */
@NullMarked
package org.keyway.opcua.server;

import org.jspecify.annotations.NullMarked;
