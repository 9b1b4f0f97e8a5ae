package org.keyway.identifier.scheme;

import java.util.Optional;

/**
 * One way to read a label; the plug-in point, bound in a Guice {@code Multibinder}.
 *
 * <p>Pure and without I/O, in time linear in the text, safe for use by several threads. Most labels are of another scheme,
 * so a scheme says cheaply that a text is not its own: by {@link #mayBeginWith}, which is asked once for each character
 * and never again, and in {@link #read} by looking at a few characters before anything else.
 */
public interface IdentifierScheme {
    /** This scheme's reading, with everything wrong in it; empty when the text is not one of this scheme at all. */
    Optional<Claim> read(LabelText label);

    /**
     * Whether a text of this scheme can begin with this character, repairs that the scheme makes included. Must answer the
     * same every time. A text beyond ASCII is shown to every scheme.
     */
    default boolean mayBeginWith(char first) {
        return true;
    }

    /**
     * Whether this scheme reads what the symbol itself declares to be a GS1 element string. Such a label is nothing else,
     * so no other scheme is asked.
     */
    default boolean readsDeclaredElementStrings() {
        return false;
    }
}
