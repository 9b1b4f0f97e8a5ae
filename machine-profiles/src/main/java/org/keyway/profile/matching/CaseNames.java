package org.keyway.profile.matching;

import java.util.List;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Machine;
import org.keyway.profile.Scope;
import org.keyway.profile.ScopeKey;

/**
 * Everything that scopes may name of a case.
 *
 * @param families the product's family and those it belongs to, the nearest first
 */
record CaseNames(
        ProductIdentity identity, List<String> families, Optional<String> variant, Machine machine, String operation) {
    /** Whether a scope that names this covers the case as far as the key goes. */
    boolean has(ScopeKey key, String name) {
        return key == ScopeKey.FAMILY
                ? families.contains(name)
                : name(key).filter(name::equals).isPresent();
    }

    /** The one name of the case for a key; families are several. */
    Optional<String> name(ScopeKey key) {
        return switch (key) {
            case FAMILY -> families.stream().findFirst();
            case PRODUCT -> Optional.of(identity.product());
            case VARIANT -> variant;
            case LOT -> identity.lot();
            case SERIAL -> identity.serial();
            case ORDER ->
                Optional.ofNullable(identity.attributes().get(Scope.ORDER_ATTRIBUTE))
                        .map(Object::toString);
            case MACHINE_CLASS -> Optional.of(machine.machineClass());
            case MACHINE -> Optional.of(machine.id());
            case OPERATION -> Optional.of(operation);
        };
    }
}
