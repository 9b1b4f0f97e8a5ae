/** Keeps the log readable whatever others send. */
@NullMarked
package org.keyway.app.log;

import org.jspecify.annotations.NullMarked;
