/**
 * What clients did and tried: told as audit events of OPC UA (OPC 10000-5 6.4.3) to whoever looks after the server, and kept
 * in our database.
 */
@NullMarked
package org.keyway.opcua.security.audit;

import org.jspecify.annotations.NullMarked;
