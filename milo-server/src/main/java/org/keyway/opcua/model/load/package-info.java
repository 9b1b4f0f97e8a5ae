/**
 * Models in a server: their nodes, definitions, codecs and type trees, each namespace at the index that it has for ever.
 * Models come as tables of the program and as NodeSet2 files from a folder; a file that is wrong is told of and left out.
 * Knows nothing of machines.
 */
@NullMarked
package org.keyway.opcua.model.load;

import org.jspecify.annotations.NullMarked;
