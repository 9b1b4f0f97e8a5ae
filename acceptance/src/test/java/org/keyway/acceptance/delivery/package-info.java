/** Deliveries through the whole house, to machines that misbehave and by servers that die. */
@NullMarked
package org.keyway.acceptance.delivery;

import org.jspecify.annotations.NullMarked;
