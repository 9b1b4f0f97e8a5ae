/** Figures of matching: a million released sets beside a plain hash map of the same keys, and what a release costs. */
@NullMarked
package org.keyway.benchmark.match;

import org.jspecify.annotations.NullMarked;
