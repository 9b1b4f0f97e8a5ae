/**
 * The last resort: a code without any structure, which is a product key as it stands. Refuses whatever no printed code
 * contains.
 */
@NullMarked
package org.keyway.identifier.plain;

import org.jspecify.annotations.NullMarked;
