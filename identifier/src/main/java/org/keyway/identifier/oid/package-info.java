/**
 * Object identifiers (ITU-T X.660, ISO/IEC 9834-1) in dotted form, bare or as a URN (RFC 3061), among them China's
 * ({@code 1.2.156}). Resolves nothing and knows no registry of arcs.
 */
@NullMarked
package org.keyway.identifier.oid;

import org.jspecify.annotations.NullMarked;
