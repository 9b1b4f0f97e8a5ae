/** The command line: one class for each command. Says what went wrong in a sentence and an exit status, never a stack trace. */
@NullMarked
package org.keyway.app.cli;

import org.jspecify.annotations.NullMarked;
