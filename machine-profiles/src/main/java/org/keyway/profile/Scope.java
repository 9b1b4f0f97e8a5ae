package org.keyway.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keyway.identifier.Trust;

/**
 * For which cases a parameter set is meant; what is left out means any.
 *
 * @param variant one of the product's variants, by its name; only together with {@code product}
 * @param order a customer's order, as the label, the MES or a service names it in the attribute {@code order}
 * @param trust how far it must be possible to rely on what the label names, at least, for the set's values to be written.
 *     It doesn't choose between sets: where the set would win and the trust is less, the match is refused, so that a set
 *     that demands trust never gives way to a more general one that doesn't.
 */
public record Scope(
        Optional<String> family,
        Optional<String> product,
        Optional<String> variant,
        Optional<String> lot,
        Optional<String> serial,
        Optional<String> order,
        Optional<String> machineClass,
        Optional<String> machine,
        Optional<String> operation,
        List<AttributeCondition> attributes,
        Optional<Trust> trust) {
    /** Every case. */
    public static final Scope ANY = of(Map.of(), List.of(), Optional.empty());

    /** The attribute of an identity that names the customer's order. */
    public static final String ORDER_ATTRIBUTE = "order";

    public Scope {
        attributes = List.copyOf(attributes);
        // Documents from before there were variants and orders have neither.
        variant = Objects.requireNonNullElse(variant, Optional.empty());
        order = Objects.requireNonNullElse(order, Optional.empty());
    }

    /** A scope that names these things. */
    public static Scope of(Map<ScopeKey, String> names, List<AttributeCondition> attributes, Optional<Trust> trust) {
        return new Scope(
                Optional.ofNullable(names.get(ScopeKey.FAMILY)),
                Optional.ofNullable(names.get(ScopeKey.PRODUCT)),
                Optional.ofNullable(names.get(ScopeKey.VARIANT)),
                Optional.ofNullable(names.get(ScopeKey.LOT)),
                Optional.ofNullable(names.get(ScopeKey.SERIAL)),
                Optional.ofNullable(names.get(ScopeKey.ORDER)),
                Optional.ofNullable(names.get(ScopeKey.MACHINE_CLASS)),
                Optional.ofNullable(names.get(ScopeKey.MACHINE)),
                Optional.ofNullable(names.get(ScopeKey.OPERATION)),
                attributes,
                trust);
    }

    /** What the scope names for a key. */
    public Optional<String> name(ScopeKey key) {
        return switch (key) {
            case FAMILY -> family;
            case PRODUCT -> product;
            case VARIANT -> variant;
            case LOT -> lot;
            case SERIAL -> serial;
            case ORDER -> order;
            case MACHINE_CLASS -> machineClass;
            case MACHINE -> machine;
            case OPERATION -> operation;
        };
    }

    /** Everything that the scope names, in the order of the keys. */
    public Map<ScopeKey, String> names() {
        Map<ScopeKey, String> names = new EnumMap<>(ScopeKey.class);
        for (ScopeKey key : ScopeKey.values()) {
            name(key).ifPresent(name -> names.put(key, name));
        }
        return names;
    }
}
