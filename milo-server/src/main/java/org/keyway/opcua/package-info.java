/**
 * OPC UA in both directions, on Eclipse Milo: the links by which machines are written to, and our own server on which
 * machines and their jobs are read. Jobs and machines come in through job control's ports; no Milo type goes out.
 */
@NullMarked
package org.keyway.opcua;

import org.jspecify.annotations.NullMarked;
