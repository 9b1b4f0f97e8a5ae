/**
 * The pages: a station's terminal, the overview, the label sheet. Static files from the class path, and the labels that the
 * application binds. Everything a page shows comes from the API; nothing is rendered here.
 */
@NullMarked
package org.keyway.terminal.page;

import org.jspecify.annotations.NullMarked;
