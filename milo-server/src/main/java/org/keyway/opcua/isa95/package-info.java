/**
 * The structures of ISA-95 job control (OPC 10031-4 2.00) and of job management for machinery (OPC 40001-3 1.01) as records,
 * and their binary encoding. Milo's codec for structures with optional fields puts fields in the wrong place as soon as an
 * earlier one is absent, so ours takes its place. Knows nothing of orders; what comes in is hostile.
 */
@NullMarked
package org.keyway.opcua.isa95;

import org.jspecify.annotations.NullMarked;
