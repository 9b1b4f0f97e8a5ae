/**
 * Reads JSON that others wrote. Octets come in, a document within bounds goes out, or none; what it means is decided
 * elsewhere.
 */
@NullMarked
package org.keyway.identifier.resolution.json;

import org.jspecify.annotations.NullMarked;
