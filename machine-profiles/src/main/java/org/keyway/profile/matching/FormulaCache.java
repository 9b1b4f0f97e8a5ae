package org.keyway.profile.matching;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.matching.Formula.FormulaException;
import org.keyway.profile.matching.Formula.Kind;

/** Formulas, compiled when first used. */
final class FormulaCache {
    private final FormulaNames names;
    private final Map<Key, Formula> compiled = new ConcurrentHashMap<>();

    private record Key(String profile, Kind result, String expression) {}

    FormulaCache(FormulaNames names) {
        this.names = names;
    }

    FormulaNames names() {
        return names;
    }

    Formula formula(String expression, Parameter parameter, MachineProfile profile) throws FormulaException {
        Kind result = FormulaNames.kindOf(parameter.type());
        Key key = new Key(profile.id(), result, expression);
        Formula found = compiled.get(key);
        if (found == null) {
            found = Formula.compile(expression, names.of(profile), result);
            compiled.put(key, found);
        }
        return found;
    }

    /** What a name stands for in formulas of a profile. */
    Kind kind(String name, MachineProfile profile) {
        return names.of(profile).getOrDefault(name, Kind.TEXT);
    }
}
