/**
 * Who we are to other OPC UA applications, and whom we trust: our certificate and key, the trust list, and what was
 * turned away. All of it lives in one folder and is made when first needed.
 */
@NullMarked
package org.keyway.opcua.security;

import org.jspecify.annotations.NullMarked;
