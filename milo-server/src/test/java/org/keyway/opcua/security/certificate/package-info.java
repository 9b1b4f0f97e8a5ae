@NullMarked
package org.keyway.opcua.security.certificate;

import org.jspecify.annotations.NullMarked;
