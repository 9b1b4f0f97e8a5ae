/** What every machine shows: what it is, the values of its job, how their delivery stands, how it is reached. */
@NullMarked
package org.keyway.opcua.machine;

import org.jspecify.annotations.NullMarked;
