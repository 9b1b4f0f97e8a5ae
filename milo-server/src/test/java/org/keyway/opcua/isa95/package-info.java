/** Claims about the ISA-95 structures, their bytes, and what hostile bytes do. */
@NullMarked
package org.keyway.opcua.isa95;

import org.jspecify.annotations.NullMarked;
