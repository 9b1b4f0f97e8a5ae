/** Claims about the package of the same name, proven on real OPC UA servers. */
@NullMarked
package org.keyway.opcua.server;

import org.jspecify.annotations.NullMarked;
