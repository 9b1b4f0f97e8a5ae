/**
 * OPC UA AutoID readers (OPC 30010) whose codes are scans at their station. We are the client: in come notifications, of which
 * nothing is trusted, out go scan requests to job control, as if they had come over HTTP. Knows nothing of labels beyond how a
 * reader's structures hold them.
 */
@NullMarked
package org.keyway.opcua.autoid;

import org.jspecify.annotations.NullMarked;
