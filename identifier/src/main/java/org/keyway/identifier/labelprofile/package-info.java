/**
 * Kinds of label that companies and sector standards agreed on, as data: which elements mean what, and which must be there.
 * A label that a scheme has read comes in as its claim, the claim with the profile's meaning goes out. The profiles are the
 * {@code .properties} resources beside this package, each with its sources and its own test labels; nothing here reads a
 * format.
 */
@NullMarked
package org.keyway.identifier.labelprofile;

import org.jspecify.annotations.NullMarked;
