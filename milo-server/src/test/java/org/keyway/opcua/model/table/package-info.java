/** The tables that come with the program, and what they are made from. */
@NullMarked
package org.keyway.opcua.model.table;

import org.jspecify.annotations.NullMarked;
