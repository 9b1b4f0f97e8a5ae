/** All SQL of OPC UA. */
@NullMarked
package org.keyway.opcua.store;

import org.jspecify.annotations.NullMarked;
