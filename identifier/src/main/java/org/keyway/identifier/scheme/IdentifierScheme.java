package org.keyway.identifier.scheme;

import java.util.Optional;

/**
 * One way to read a label; the plug-in point, bound in a Guice {@code Multibinder}.
 *
 * <p>Pure and without I/O, in time linear in the text, safe for use by several threads.
 */
public interface IdentifierScheme {
    /** This scheme's reading, with everything wrong in it; empty when the text is not one of this scheme at all. */
    Optional<Claim> read(LabelText label);
}
