package org.keyway.identifier;

/** Finds the product that a reading names. Answers identity attributes, never machining parameters. */
public interface ProductResolver {
    /**
     * Finds the product of a reading.
     *
     * @param reading of an {@link Identification.Identified}
     */
    Resolution resolve(Reading reading);
}
