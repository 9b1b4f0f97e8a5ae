/**
 * The life of parameter sets: drafts, their submission, release (now, at a set time, or on trial) and end. Requests of people
 * come in, each with a name and a reason; a {@link org.keyway.profile.life.LifeOutcome} goes out, and what is released is put
 * in force. Knows nothing of HTTP, and leaves tables to the store.
 */
@NullMarked
package org.keyway.profile.life;

import org.jspecify.annotations.NullMarked;
