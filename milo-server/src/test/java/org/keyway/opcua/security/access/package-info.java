@NullMarked
package org.keyway.opcua.security.access;

import org.jspecify.annotations.NullMarked;
