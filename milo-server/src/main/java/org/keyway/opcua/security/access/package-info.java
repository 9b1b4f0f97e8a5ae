/**
 * Who may do what: the table of rights, who a session is, and the three places that hold to it: the stack's access controller,
 * a filter on each node, and each call. What a client is told of its rights is computed from the same table.
 */
@NullMarked
package org.keyway.opcua.security.access;

import org.jspecify.annotations.NullMarked;
