/**
 * Identification links (IEC 61406-1): web addresses that name one object and are never given to another. Whose addresses
 * are such links is configured, by host. The address is never visited here.
 */
@NullMarked
package org.keyway.identifier.iec61406;

import org.jspecify.annotations.NullMarked;
