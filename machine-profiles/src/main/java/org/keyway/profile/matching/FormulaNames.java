package org.keyway.profile.matching;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Station;
import org.keyway.profile.ValueType;
import org.keyway.profile.matching.Formula.Kind;

/** The names that formulas may use: attributes that products, stations or conditions mention, and the parameters of a profile. */
public final class FormulaNames {
    private final Map<String, Kind> attributes;

    private FormulaNames(Map<String, Kind> attributes) {
        this.attributes = Map.copyOf(attributes);
    }

    /** The names in a workshop without sets. */
    public static FormulaNames of(Collection<Product> products, Collection<Station> stations) {
        return new Gatherer(products, stations).names();
    }

    /** Gathers attributes; where a name stands for different kinds, the first word counts, a product's before a set's. */
    public static final class Gatherer {
        private final Map<String, Kind> attributes = new HashMap<>();

        public Gatherer(Collection<Product> products, Collection<Station> stations) {
            products.forEach(product -> {
                product.attributes().forEach((name, value) -> attributes.putIfAbsent(name, kindOf(value)));
                product.variants().values().forEach(this::learn);
            });
            stations.stream()
                    .flatMap(station -> station.sequence().stream())
                    .flatMap(sequence -> sequence.roles().stream())
                    .flatMap(role -> role.attributes().stream())
                    .forEach(attribute -> attributes.putIfAbsent(attribute, Kind.TEXT));
        }

        /** Takes in what the conditions of a set mention. */
        public void learn(ParameterSet set) {
            learn(set.scope().attributes());
        }

        /** Takes in what others know. */
        public void learn(FormulaNames names) {
            names.attributes.forEach(attributes::putIfAbsent);
        }

        private void learn(List<AttributeCondition> conditions) {
            for (AttributeCondition condition : conditions) {
                attributes.putIfAbsent(
                        condition.attribute(),
                        condition instanceof AttributeCondition.Between ? Kind.NUMBER : Kind.TEXT);
            }
        }

        public FormulaNames names() {
            return new FormulaNames(attributes);
        }
    }

    /** These names and those that the conditions of some sets mention. */
    FormulaNames with(Collection<ReleasedSet> sets) {
        Gatherer gatherer = new Gatherer(List.of(), List.of());
        gatherer.learn(this);
        sets.forEach(set -> gatherer.learn(set.set()));
        return gatherer.attributes.equals(attributes) ? this : gatherer.names();
    }

    private static Kind kindOf(Object value) {
        return value instanceof BigDecimal ? Kind.NUMBER : value instanceof Boolean ? Kind.TRUTH : Kind.TEXT;
    }

    /** The kind of a parameter's values. */
    public static Kind kindOf(ValueType type) {
        return type.isNumeric() ? Kind.NUMBER : type == ValueType.BOOLEAN ? Kind.TRUTH : Kind.TEXT;
    }

    /** Whether formulas can give the parameter's value and take it: single numbers, truth values and texts. */
    public static boolean isSpoken(Parameter parameter) {
        return parameter.array().isEmpty()
                && parameter.type() != ValueType.LOCALIZED_TEXT
                && parameter.type() != ValueType.NC_PROGRAM;
    }

    /** Every name that a formula for a machine of this profile may use; a parameter hides an attribute of its name. */
    public Map<String, Kind> of(MachineProfile profile) {
        Map<String, Kind> names = new HashMap<>(attributes);
        for (Parameter parameter : profile.parameters()) {
            names.remove(parameter.name());
            if (isSpoken(parameter)) {
                names.put(parameter.name(), kindOf(parameter.type()));
            }
        }
        return names;
    }
}
