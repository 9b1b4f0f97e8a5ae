/**
 * From a reading to a product identity: the local registry first, then what services answered before, then the services
 * themselves, each behind a circuit breaker and all within one time limit. Takes the reading's key, answers identity
 * attributes with their provenance; knows no scheme, never answers machining parameters, and invents no product.
 */
@NullMarked
package org.keyway.identifier.resolution;

import org.jspecify.annotations.NullMarked;
