/**
 * The pages in a real browser, on the whole demo: keys go in as a scanner types them, and what counts is what the operator
 * sees. Knows the pages by their words and roles, and nothing of how the server makes them.
 */
@NullMarked
package org.keyway.acceptance.page;

import org.jspecify.annotations.NullMarked;
