/**
 * Universally unique identifiers (RFC 9562) in their text form, in braces or as a URN. Thirty-two hexadecimal digits without
 * hyphens are none: too many other things look like them.
 */
@NullMarked
package org.keyway.identifier.uuid;

import org.jspecify.annotations.NullMarked;
