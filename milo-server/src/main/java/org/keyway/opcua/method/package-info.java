/** Methods that check what they are called with, because the stack's own check of structures fails inside. */
@NullMarked
package org.keyway.opcua.method;

import org.jspecify.annotations.NullMarked;
