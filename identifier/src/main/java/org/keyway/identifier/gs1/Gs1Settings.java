package org.keyway.identifier.gs1;

/**
 * What a site decides about GS1 labels.
 *
 * @param dictionary the table of application identifiers
 * @param zeroSuppressedGtin whether a Digital Link may carry a GTIN of 8, 12 or 13 digits, without its leading zeros
 */
public record Gs1Settings(ApplicationIdentifiers dictionary, boolean zeroSuppressedGtin) {
    /** The built-in table, and the standard to the letter. */
    public static Gs1Settings standard() {
        return new Gs1Settings(new ApplicationIdentifiers(), false);
    }
}
