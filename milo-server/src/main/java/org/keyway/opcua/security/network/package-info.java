/**
 * What stands between the network and the stack: how many may connect, how long they have to say who they are, and what a
 * message must look like to be looked at at all.
 */
@NullMarked
package org.keyway.opcua.security.network;

import org.jspecify.annotations.NullMarked;
