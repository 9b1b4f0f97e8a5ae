package org.keyway.profile;

import java.util.List;
import java.util.Optional;

/** For which cases a parameter set is meant; what is left out means any. */
public record Scope(
        Optional<String> family,
        Optional<String> product,
        Optional<String> lot,
        Optional<String> serial,
        Optional<String> machineClass,
        Optional<String> machine,
        Optional<String> operation,
        List<AttributeCondition> attributes) {
    public Scope {
        attributes = List.copyOf(attributes);
    }
}
