package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ValueSource;
import org.keyway.profile.matching.Formula;
import org.keyway.profile.matching.FormulaNames;

/** Judges formulas, each once. */
final class FormulaChecks {
    private final FormulaNames names;
    private final Map<String, Judgement> judged = new HashMap<>();

    FormulaChecks(FormulaNames names) {
        this.names = names;
    }

    /** What is wrong with a formula, and which names it needs. */
    private record Judgement(Optional<String> reason, Set<String> names) {}

    /** Why the formula is none for the parameter. */
    Optional<String> problem(String expression, Parameter parameter, MachineProfile profile) {
        return judge(expression, parameter, profile).reason();
    }

    private Judgement judge(String expression, Parameter parameter, MachineProfile profile) {
        String question = profile.id() + '\n' + parameter.type() + '\n' + expression;
        return judged.computeIfAbsent(question, unused -> {
            try {
                Formula formula = Formula.compile(expression, names.of(profile), FormulaNames.kindOf(parameter.type()));
                return new Judgement(Optional.empty(), formula.names());
            } catch (Formula.FormulaException e) {
                return new Judgement(Optional.of(String.valueOf(e.getMessage())), Set.of());
            }
        });
    }

    /** Parameters of a set whose formulas need each other, in a circle, the first again at the end. */
    Optional<List<String>> cycle(ParameterSet set, MachineProfile profile) {
        Map<String, Set<String>> needs = new HashMap<>();
        for (Parameter parameter : profile.parameters()) {
            if (set.values().get(parameter.name()) instanceof ValueSource.Formula formula
                    && FormulaNames.isSpoken(parameter)) {
                needs.put(
                        parameter.name(),
                        judge(formula.expression(), parameter, profile).names());
            }
        }
        return set.values().keySet().stream()
                .filter(needs::containsKey)
                .map(start -> circle(start, needs))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The shortest way from a parameter back to itself. */
    private static Optional<List<String>> circle(String start, Map<String, Set<String>> needs) {
        Map<String, List<String>> ways = new HashMap<>();
        List<String> reached = new ArrayList<>(List.of(start));
        ways.put(start, List.of(start));
        for (int i = 0; i < reached.size(); i++) {
            List<String> way = ways.getOrDefault(reached.get(i), List.of());
            for (String next : needs.getOrDefault(reached.get(i), Set.of())) {
                List<String> longer = new ArrayList<>(way);
                longer.add(next);
                if (next.equals(start)) {
                    return Optional.of(longer);
                }
                if (ways.putIfAbsent(next, longer) == null) {
                    reached.add(next);
                }
            }
        }
        return Optional.empty();
    }
}
