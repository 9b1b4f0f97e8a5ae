/**
 * Companion models: the nodes of a namespace as plain values, apart from any server. Ids and names carry the URI of their
 * namespace, so that a model reads the same whatever index a file or a server gives to it. Here too: the numeric ids that
 * code needs, ours and those of the companion specifications. Knows nothing of files, of servers or of machines.
 */
@NullMarked
package org.keyway.opcua.model;

import org.jspecify.annotations.NullMarked;
