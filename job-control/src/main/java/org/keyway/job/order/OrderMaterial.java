package org.keyway.job.order;

import java.util.Optional;

/**
 * Material that an order names.
 *
 * @param use such as {@value #PRODUCED} or {@code Material consumed} (OPC 40001-3)
 * @param product the material's definition or item number, as the system names it
 */
public record OrderMaterial(
        Optional<String> use, Optional<String> product, Optional<String> lot, Optional<String> serial) {
    /** The use of what an order makes. */
    public static final String PRODUCED = "Material produced";

    boolean isProduced() {
        return use.isEmpty() || use.get().equals(PRODUCED);
    }
}
