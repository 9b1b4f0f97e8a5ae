package org.keyway.profile.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.WorkshopContent;

/** One state of the workshop with its released sets, ready for matching. Never changes. */
final class CompiledWorkshop {
    private final WorkshopSnapshot snapshot;
    private final SetIndex sets;
    private final FormulaCache formulas;

    CompiledWorkshop(WorkshopContent content, List<ParameterSet.Stored> released) {
        this.snapshot = new WorkshopSnapshot(content);
        this.sets = new SetIndex(released);
        this.formulas = new FormulaCache(new FormulaNames(
                content.products().stream(),
                content.stations().stream(),
                released.stream().map(ParameterSet.Stored::set)));
    }

    WorkshopSnapshot snapshot() {
        return snapshot;
    }

    MatchResult match(MatchRequest request) {
        Optional<Machine> machine = snapshot.machine(request.machine());
        Optional<MachineProfile> profile = machine.flatMap(found -> snapshot.profile(found.profile()));
        if (machine.isEmpty() || profile.isEmpty()) {
            return unmatched(MatchCode.UNKNOWN_MACHINE, request, Map.of());
        }
        CaseMatch match = open(request, machine.get(), profile.get(), request.operation());
        if (!match.isCovered()) {
            return otherStation(request, machine.get())
                    .map(station -> unmatched(MatchCode.OTHER_STATION, request, Map.of("station", station)))
                    .orElseGet(() -> unmatched(MatchCode.NO_SETS, request, Map.of()));
        }
        List<MatchedValue> values = match.values();
        return match.rejections().isEmpty()
                ? new MatchResult.Matched(machine.get(), profile.get(), request.operation(), values)
                : new MatchResult.Unmatched(match.rejections());
    }

    private CaseMatch open(MatchRequest request, Machine machine, MachineProfile profile, String operation) {
        List<String> families = snapshot.familyAndAncestors(request.identity().family());
        List<SetIndex.Candidate> candidates = sets.candidates(request.identity(), families, machine, operation);
        return new CaseMatch(request, machine.id(), profile, candidates, formulas);
    }

    /** A station whose machine has parameters for this product, when this is the wrong one. */
    private Optional<String> otherStation(MatchRequest request, Machine here) {
        return snapshot.machines().stream()
                .filter(other -> !other.station().equals(here.station()))
                .filter(other -> snapshot.profile(other.profile())
                        .filter(profile ->
                                open(request, other, profile, other.operation()).isComplete())
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
