/** Claims about how services are asked, one exchange at a time. */
@NullMarked
package org.keyway.identifier.resolution.source;

import org.jspecify.annotations.NullMarked;
