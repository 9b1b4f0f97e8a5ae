package org.keyway.profile;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Trust;

/**
 * For which cases a parameter set is meant; what is left out means any.
 *
 * @param trust how far it must be possible to rely on what the label names, at least, for the set's values to be written.
 *     It doesn't choose between sets: where the set would win and the trust is less, the match is refused, so that a set
 *     that demands trust never gives way to a more general one that doesn't.
 */
public record Scope(
        Optional<String> family,
        Optional<String> product,
        Optional<String> lot,
        Optional<String> serial,
        Optional<String> machineClass,
        Optional<String> machine,
        Optional<String> operation,
        List<AttributeCondition> attributes,
        Optional<Trust> trust) {
    public Scope {
        attributes = List.copyOf(attributes);
    }

    /** A scope that demands no trust. */
    public Scope(
            Optional<String> family,
            Optional<String> product,
            Optional<String> lot,
            Optional<String> serial,
            Optional<String> machineClass,
            Optional<String> machine,
            Optional<String> operation,
            List<AttributeCondition> attributes) {
        this(family, product, lot, serial, machineClass, machine, operation, attributes, Optional.empty());
    }
}
