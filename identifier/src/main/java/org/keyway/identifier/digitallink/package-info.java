/**
 * GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax 1.6), uncompressed. A web address comes in, the elements of
 * its path and query go out, checked as in an element string. The address is never visited and its host is not trusted.
 */
@NullMarked
package org.keyway.identifier.digitallink;

import org.jspecify.annotations.NullMarked;
