/** Claims about job management as a client over the network meets it. */
@NullMarked
package org.keyway.opcua.joborder;

import org.jspecify.annotations.NullMarked;
