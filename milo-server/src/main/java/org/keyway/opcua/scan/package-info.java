/**
 * Scans that come in by a method: a PLC or a gateway hands over what its reader has read. Codes of results are for machines,
 * and never change.
 */
@NullMarked
package org.keyway.opcua.scan;

import org.jspecify.annotations.NullMarked;
