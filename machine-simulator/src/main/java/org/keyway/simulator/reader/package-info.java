/** A simulated optical reader as an OPC UA AutoID server (OPC 30010): scans at the push of a button, and ill will for tests. */
@NullMarked
package org.keyway.simulator.reader;

import org.jspecify.annotations.NullMarked;
