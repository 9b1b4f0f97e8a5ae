/** What OPC UA clients find in the whole product. */
@NullMarked
package org.keyway.acceptance.opcua;

import org.jspecify.annotations.NullMarked;
