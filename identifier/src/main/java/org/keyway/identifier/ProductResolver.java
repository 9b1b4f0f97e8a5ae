package org.keyway.identifier;

/** Finds the product that a reading names. Answers identity attributes, never machining parameters. */
public interface ProductResolver {
    /**
     * Finds the product of a reading: in the local registry at once, else by what services answer, within the time that
     * the configuration allows them.
     *
     * @param reading of an {@link Identification.Identified}
     */
    Resolution resolve(Reading reading);

    /**
     * Finds the product of one of several readings of a label, in the local registry alone: services are not asked about a
     * guess.
     *
     * @param reading of an {@link Identification.Ambiguous}
     */
    default Resolution resolveLocally(Reading reading) {
        return resolve(reading);
    }
}
