/**
 * From a reading to a product identity, by the local registry of products. Takes the reading's key, answers identity
 * attributes; knows no scheme, and never answers machining parameters.
 */
@NullMarked
package org.keyway.identifier.resolution;

import org.jspecify.annotations.NullMarked;
