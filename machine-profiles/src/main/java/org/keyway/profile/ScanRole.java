package org.keyway.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * One of the identifiers that a job needs: the part, a tool, a fixture.
 *
 * @param id {@value #PART} for what is machined, anything else for what takes part in it
 * @param name what the operator is told to scan
 * @param attribute under which the identity of the part gets what was scanned, and with {@value #SERIAL} after it its
 *     serial number; empty for the part, which is the identity
 */
public record ScanRole(String id, Name name, Optional<String> attribute, Acceptance accept) {
    /** The role of the part; exactly one of a sequence has it. */
    public static final String PART = "part";

    /** What the name of an attribute ends in that holds a serial number. */
    public static final String SERIAL = "Serial";

    /** Whether this is what is machined. */
    @JsonIgnore
    public boolean isPart() {
        return id.equals(PART);
    }

    /** The names of the attributes that a scan in this role may add. */
    public List<String> attributes() {
        return attribute.map(name -> List.of(name, name + SERIAL)).orElse(List.of());
    }

    /**
     * What a label must be to have the role; every list that isn't empty must hold.
     *
     * @param keys kinds of registry key, such as {@code plain} of {@code plain:T-1203}
     * @param schemes identifier schemes, such as {@code pattern:tool}
     * @param families the label names a registered product of one of these families, or of one below them
     * @param products the label names one of these registered products
     */
    public record Acceptance(List<String> keys, List<String> schemes, List<String> families, List<String> products) {
        /** Anything. */
        public static final Acceptance ANY = new Acceptance(List.of(), List.of(), List.of(), List.of());

        public Acceptance {
            keys = List.copyOf(keys);
            schemes = List.copyOf(schemes);
            families = List.copyOf(families);
            products = List.copyOf(products);
        }

        /** Whether the label must name a registered product, of a family or one by one. */
        public boolean asksForProduct() {
            return !families.isEmpty() || !products.isEmpty();
        }
    }
}
