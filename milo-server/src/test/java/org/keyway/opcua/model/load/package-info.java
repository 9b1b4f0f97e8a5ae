/** Models in a server. */
@NullMarked
package org.keyway.opcua.model.load;

import org.jspecify.annotations.NullMarked;
