/**
 * Hostile input: whatever arrives gets a result that keeps its promises, in work that grows with its length and no faster.
 *
 * <p>The fuzz tests run over their seeds ({@code src/test/resources}, beside this package) in every build. With {@code
 * JAZZER_FUZZ=1} in the environment the one test that is selected searches for further inputs for as long as its
 * annotation says; what it finds is written beside the seeds and stays there as a regression test.
 */
@NullMarked
package org.keyway.identifier.fuzz;

import org.jspecify.annotations.NullMarked;
