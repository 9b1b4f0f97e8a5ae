/**
 * Our address space: a proxy for each machine under {@code Machines} (OPC 40001-1), and what features hang on it. A Read is a
 * snapshot, a Write is all or nothing for each machine, and notifications leave when a value changes, not when somebody looks.
 */
@NullMarked
package org.keyway.opcua.space;

import org.jspecify.annotations.NullMarked;
