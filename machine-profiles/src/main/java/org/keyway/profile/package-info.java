/**
 * What a product needs on a machine: products, machines, their profiles and the released parameter sets, as one
 * {@link org.keyway.profile.Workshop}; the {@link org.keyway.profile.ParameterMatcher} that finds the values for one case
 * and explains them. Product identities come in, {@link org.keyway.profile.MatchResult}s go out. Nothing here knows of
 * jobs, of how a machine is reached, or of HTTP.
 */
@NullMarked
package org.keyway.profile;

import org.jspecify.annotations.NullMarked;
