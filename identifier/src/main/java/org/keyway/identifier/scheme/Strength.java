package org.keyway.identifier.scheme;

/** How much speaks for a claim, weakest first. A stronger claim silences all weaker ones, even when it has errors. */
public enum Strength {
    /** It merely looks like it. */
    SHAPE,
    /**
     * Its structure may still come about by chance: a single check digit, so many hexadecimal digits. The reading as a
     * plain code stays in question until the registry is asked.
     */
    LIKELY,
    /** Its structure would hardly come about by chance: separators, a URI's form, a registered prefix. */
    STRUCTURAL,
    /** The site's own configuration names it. */
    CONFIGURED,
    /** The symbology, an envelope or a URI scheme says so. */
    DECLARED
}
