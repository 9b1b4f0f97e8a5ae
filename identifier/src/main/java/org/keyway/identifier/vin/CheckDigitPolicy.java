package org.keyway.identifier.vin;

/** Whether the check digit of a vehicle identification number counts. */
public enum CheckDigitPolicy {
    /** Required where the law asks for one: China (first character L) and North America (1 to 5); elsewhere not looked at. */
    BY_ORIGIN,
    /** A wrong one refuses the label. */
    REQUIRE,
    /** A wrong one is warned about. */
    WARN,
    /** Not looked at. */
    OFF;

    /** The policy for one number: never {@link #BY_ORIGIN}. */
    CheckDigitPolicy of(char first) {
        if (this != BY_ORIGIN) {
            return this;
        }
        return first == 'L' || (first >= '1' && first <= '5') ? REQUIRE : OFF;
    }
}
