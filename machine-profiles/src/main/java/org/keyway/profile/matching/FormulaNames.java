package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.Station;
import org.keyway.profile.ValueType;
import org.keyway.profile.matching.Formula.Kind;

/** The names that formulas may use: attributes that products, stations or conditions mention, and the parameters of a profile. */
public final class FormulaNames {
    private final Map<String, Kind> attributes = new HashMap<>();

    /** Gathers the attributes; where a name stands for different kinds, a product's first word counts. */
    public FormulaNames(Stream<Product> products, Stream<Station> stations, Stream<ParameterSet> sets) {
        products.forEach(
                product -> product.attributes().forEach((name, value) -> attributes.putIfAbsent(name, kindOf(value))));
        stations.flatMap(station -> station.sequence().stream())
                .flatMap(sequence -> sequence.roles().stream())
                .flatMap(role -> role.attributes().stream())
                .forEach(attribute -> attributes.putIfAbsent(attribute, Kind.TEXT));
        sets.flatMap(set -> set.scope().attributes().stream())
                .forEach(condition -> attributes.putIfAbsent(
                        condition.attribute(),
                        condition instanceof AttributeCondition.Between ? Kind.NUMBER : Kind.TEXT));
    }

    private static Kind kindOf(Object value) {
        return value instanceof BigDecimal ? Kind.NUMBER : value instanceof Boolean ? Kind.TRUTH : Kind.TEXT;
    }

    /** The kind of a parameter's values. */
    public static Kind kindOf(ValueType type) {
        return type.isNumeric() ? Kind.NUMBER : type == ValueType.BOOLEAN ? Kind.TRUTH : Kind.TEXT;
    }

    /** Every name that a formula for a machine of this profile may use; a parameter hides an attribute of its name. */
    public Map<String, Kind> of(MachineProfile profile) {
        Map<String, Kind> names = new HashMap<>(attributes);
        profile.parameters().forEach(parameter -> names.put(parameter.name(), kindOf(parameter.type())));
        return names;
    }
}
