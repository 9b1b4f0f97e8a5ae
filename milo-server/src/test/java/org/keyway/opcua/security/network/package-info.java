@NullMarked
package org.keyway.opcua.security.network;

import org.jspecify.annotations.NullMarked;
