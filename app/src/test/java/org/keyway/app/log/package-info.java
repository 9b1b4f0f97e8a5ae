@NullMarked
package org.keyway.app.log;

import org.jspecify.annotations.NullMarked;
