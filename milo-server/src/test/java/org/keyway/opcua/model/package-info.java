/** Models as values, and the ids that code uses of them. */
@NullMarked
package org.keyway.opcua.model;

import org.jspecify.annotations.NullMarked;
