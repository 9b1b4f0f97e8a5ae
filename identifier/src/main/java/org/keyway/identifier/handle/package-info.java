/**
 * Handles of the Chinese industrial internet ({@code 88.…/…}, {@code 86.…/…}): bare, after {@code hdl:}, or in the address
 * of a resolver. The prefix is read strictly; what the suffix means is configured for each prefix. Resolves nothing.
 */
@NullMarked
package org.keyway.identifier.handle;

import org.jspecify.annotations.NullMarked;
