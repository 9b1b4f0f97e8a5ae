/**
 * From a scan to an identification: size and character limits, the symbology identifier, repairs that leave no doubt,
 * then every scheme is asked and the strongest claim wins. A scan comes in, an
 * {@link org.keyway.identifier.Identification} goes out. Knows no scheme by name except the last resort, plain text.
 */
@NullMarked
package org.keyway.identifier.reading;

import org.jspecify.annotations.NullMarked;
