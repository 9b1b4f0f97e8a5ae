/** Values as OPC UA's built-in types hold them, and plain Java values without loss, in both directions. */
@NullMarked
package org.keyway.opcua.value;

import org.jspecify.annotations.NullMarked;
