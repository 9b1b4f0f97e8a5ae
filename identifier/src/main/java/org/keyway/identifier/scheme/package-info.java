/**
 * The plug-in point for identifier schemes: a {@link org.keyway.identifier.scheme.LabelText} comes in, a scheme that
 * recognises it answers a {@link org.keyway.identifier.scheme.Claim}. The codes of everything that can be wrong with a
 * label live here too. Nothing here knows a particular scheme, or what a product is.
 */
@NullMarked
package org.keyway.identifier.scheme;

import org.jspecify.annotations.NullMarked;
