/** Tests of AutoID readers as the source of scans. */
@NullMarked
package org.keyway.opcua.autoid;

import org.jspecify.annotations.NullMarked;
