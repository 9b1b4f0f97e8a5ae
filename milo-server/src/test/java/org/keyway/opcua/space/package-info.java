/** Claims about our address space, proven over the network. */
@NullMarked
package org.keyway.opcua.space;

import org.jspecify.annotations.NullMarked;
