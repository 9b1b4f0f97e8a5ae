/**
 * NodeSet2 files (OPC 10000-6 Annex F), in and out. What comes in is a file from anyone: its size, its depth and its number
 * of nodes are bounded, a doctype is refused, and whatever is wrong is told with the line it stands on.
 */
@NullMarked
package org.keyway.opcua.model.nodeset;

import org.jspecify.annotations.NullMarked;
