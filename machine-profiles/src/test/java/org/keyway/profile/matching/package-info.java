@NullMarked
package org.keyway.profile.matching;

import org.jspecify.annotations.NullMarked;
