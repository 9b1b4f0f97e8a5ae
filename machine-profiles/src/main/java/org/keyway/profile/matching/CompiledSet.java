package org.keyway.profile.matching;

import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;

/**
 * A released set as the index keeps it: small, since there are a million of them.
 *
 * @param keySet the number of its key set
 * @param values in the order of the shape's names; equal values of all sets are one object
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; an array is half of a list
record CompiledSet(SetVersion source, int keySet, Shape shape, ValueSource[] values, Guard guard) {}
