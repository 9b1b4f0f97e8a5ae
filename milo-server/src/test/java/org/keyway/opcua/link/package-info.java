/** Claims about the package of the same name, proven on real OPC UA servers. */
@NullMarked
package org.keyway.opcua.link;

import org.jspecify.annotations.NullMarked;
