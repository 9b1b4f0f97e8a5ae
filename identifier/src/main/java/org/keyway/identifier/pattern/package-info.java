/**
 * Codes of a site's own: regular expressions with named groups, from the configuration. A label comes in, the groups go
 * out as elements. Patterns are tried against their own examples when loaded, and cannot run for long.
 */
@NullMarked
package org.keyway.identifier.pattern;

import org.jspecify.annotations.NullMarked;
