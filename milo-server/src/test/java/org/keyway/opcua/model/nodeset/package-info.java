/** NodeSet2 files, in and out. */
@NullMarked
package org.keyway.opcua.model.nodeset;

import org.jspecify.annotations.NullMarked;
