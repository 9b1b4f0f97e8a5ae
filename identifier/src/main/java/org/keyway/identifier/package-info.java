/**
 * What was scanned. A {@link org.keyway.identifier.Scan} comes in; {@link org.keyway.identifier.ScanParser} reads it by
 * every scheme that claims it, each in a package of its own, and answers an {@link org.keyway.identifier.Identification}.
 * {@link org.keyway.identifier.ProductResolver} then says which product the reading names. Nothing here knows of
 * machines, parameters, jobs, HTTP or OPC UA.
 */
@NullMarked
package org.keyway.identifier;

import org.jspecify.annotations.NullMarked;
