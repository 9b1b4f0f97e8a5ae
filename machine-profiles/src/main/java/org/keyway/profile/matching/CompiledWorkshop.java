package org.keyway.profile.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.PartCounts;

/** One state of the workshop with its released sets, ready for matching. Never changes. */
final class CompiledWorkshop {
    private final WorkshopSnapshot snapshot;
    private final SetIndex sets;
    private final FormulaCache formulas;
    private final PartCounts counts;

    CompiledWorkshop(WorkshopSnapshot snapshot, SetIndex sets, FormulaCache formulas, PartCounts counts) {
        this.snapshot = snapshot;
        this.sets = sets;
        this.formulas = formulas;
        this.counts = counts;
    }

    WorkshopSnapshot snapshot() {
        return snapshot;
    }

    SetIndex sets() {
        return sets;
    }

    FormulaCache formulas() {
        return formulas;
    }

    FormulaNames names() {
        return formulas.names();
    }

    /** The same workshop with other sets, and the names that they bring. */
    CompiledWorkshop with(SetIndex other, FormulaNames names) {
        FormulaCache cache = names.equals(formulas.names()) ? formulas : new FormulaCache(names);
        return new CompiledWorkshop(snapshot, other, cache, counts);
    }

    MatchResult match(MatchRequest request) {
        Optional<Machine> machine = snapshot.machine(request.machine());
        Optional<ProfilePlan> plan = machine.flatMap(found -> snapshot.plan(found.profile()));
        if (machine.isEmpty() || plan.isEmpty()) {
            return unmatched(MatchCode.UNKNOWN_MACHINE, request, Map.of());
        }
        CaseMatch match = open(request, machine.get(), plan.get());
        if (!match.isCovered()) {
            return otherStation(request, machine.get())
                    .map(station -> unmatched(MatchCode.OTHER_STATION, request, Map.of("station", station)))
                    .orElseGet(() -> unmatched(MatchCode.NO_SETS, request, Map.of()));
        }
        return result(match, machine.get(), plan.get(), request);
    }

    private static MatchResult result(CaseMatch match, Machine machine, ProfilePlan plan, MatchRequest request) {
        List<MatchedValue> values = match.values();
        return match.rejections().isEmpty()
                ? new MatchResult.Matched(
                        machine, plan.profile(), request.operation(), values, match.missing(), match.counted(values))
                : new MatchResult.Unmatched(match.rejections(), values, match.missing());
    }

    /** A match, and whether any set covers the case. */
    record Verdict(MatchResult result, boolean covered) {}

    /** What the names of a case on a machine that there is lead to. */
    List<SetIndex.Candidate> candidates(MatchRequest request) {
        return sets.candidates(
                names(request, snapshot.machine(request.machine()).orElseThrow()));
    }

    /** Whether it is plain to see that a case on a machine that there is is matched. */
    boolean isPlainlyMatched(MatchRequest request, List<SetIndex.Candidate> found) {
        Machine machine = snapshot.machine(request.machine()).orElseThrow();
        ProfilePlan plan = snapshot.plan(machine.profile()).orElseThrow();
        return QuickVerdict.isMatched(request, plan, limits(request, machine, plan), found, counts);
    }

    /** The match of a case on a machine that there is, by candidates that were found already; other stations aside. */
    Verdict judge(MatchRequest request, List<SetIndex.Candidate> found) {
        Machine machine = snapshot.machine(request.machine()).orElseThrow();
        ProfilePlan plan = snapshot.plan(machine.profile()).orElseThrow();
        CaseMatch match = new CaseMatch(request, plan, limits(request, machine, plan), found, formulas, counts);
        return match.isCovered()
                ? new Verdict(result(match, machine, plan, request), true)
                : new Verdict(unmatched(MatchCode.NO_SETS, request, Map.of()), false);
    }

    private CaseMatch open(MatchRequest request, Machine machine, ProfilePlan plan) {
        List<SetIndex.Candidate> found = sets.candidates(names(request, machine));
        return new CaseMatch(request, plan, limits(request, machine, plan), found, formulas, counts);
    }

    private CaseLimits limits(MatchRequest request, Machine machine, ProfilePlan plan) {
        ProductIdentity identity = request.identity();
        return snapshot.limits().of(plan, machine.id(), identity.product(), identity.family());
    }

    private CaseNames names(MatchRequest request, Machine machine) {
        Optional<String> variant = snapshot.product(request.identity().product())
                .filter(product -> !product.variants().isEmpty())
                .flatMap(product -> product.variantOf(request.identity().attributes()));
        List<String> families = snapshot.familyAndAncestors(request.identity().family());
        return new CaseNames(request.identity(), families, variant, machine, request.operation());
    }

    /** A station whose machine has parameters for this product, when this is the wrong one. */
    private Optional<String> otherStation(MatchRequest request, Machine here) {
        return snapshot.machines().stream()
                .filter(other -> !other.station().equals(here.station()))
                .filter(other -> snapshot.plan(other.profile())
                        .filter(plan -> open(
                                        new MatchRequest(
                                                request.identity(), other.id(), other.operation(), request.at()),
                                        other,
                                        plan)
                                .isComplete())
                        .isPresent())
                .map(Machine::station)
                .findFirst();
    }

    private static MatchResult unmatched(MatchCode code, MatchRequest request, Map<String, Object> more) {
        Map<String, Object> details = new HashMap<>(more);
        details.put("product", request.identity().product());
        details.put("machine", request.machine());
        details.put("operation", request.operation());
        return new MatchResult.Unmatched(List.of(code.rejection(details)));
    }
}
