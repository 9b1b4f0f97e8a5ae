/** Claims about scans that come in by a method. */
@NullMarked
package org.keyway.opcua.scan;

import org.jspecify.annotations.NullMarked;
