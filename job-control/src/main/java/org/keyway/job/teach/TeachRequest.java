package org.keyway.job.teach;

import java.util.Optional;
import org.keyway.profile.Scope;

/**
 * What is to be taught.
 *
 * @param operation the machine's own when empty
 * @param set the id of the set; made of product, machine and operation when empty
 * @param scope for what the values are meant; the product on this machine in this operation when empty
 * @param confirmed whether the engineer says that the values are right although the machine isn't idle, or doesn't say so
 */
public record TeachRequest(
        String machine,
        String product,
        Optional<String> operation,
        Optional<String> set,
        Optional<Scope> scope,
        boolean confirmed) {}
