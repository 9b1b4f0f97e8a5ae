/**
 * Delivery method {@code opcua-write}: we are the client and write into the machine's OPC UA server. One session for each
 * machine; nodes and types are found anew in each session and hold for that session alone, so that nothing is ever written
 * by a namespace index of yesterday. Every call has our own deadline. Decides nothing about the order of a delivery.
 */
@NullMarked
package org.keyway.opcua.link;

import org.jspecify.annotations.NullMarked;
