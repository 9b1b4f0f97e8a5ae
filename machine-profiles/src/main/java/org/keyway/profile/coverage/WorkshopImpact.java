package org.keyway.profile.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Product;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.coverage.ReleaseImpact.Change;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.SetReach.Place;
import org.keyway.profile.matching.WorkshopView;

/**
 * What a change of products, families, machines or profiles would do to the cases that match now: a machine in another class,
 * a product in another family, a limit that is tighter. Cases are those of {@link Coverage}; what lots, serial numbers and
 * orders bring is not in it.
 */
public final class WorkshopImpact {
    /** So many cases are judged at most: whoever changes something waits for it, and others for him. */
    private static final int MOST_CASES = 20_000;

    private static final int MOST_CHANGES = 20;
    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::machine).thenComparing(Place::operation);

    private final CurrentWorkshop current;
    private final Clock clock;

    @Inject
    public WorkshopImpact(CurrentWorkshop current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /**
     * The cases that match now and would get something else or nothing; at most twenty.
     *
     * @param changes the things that are to be other than they are
     * @param after everything that there will be; of sets, those that are released with it
     */
    public List<Change> of(WorkshopContent changes, WorkshopContent after) {
        WorkshopView old = current.view();
        Touched touched = Touched.of(changes, old);
        if (touched.isNothing()) {
            return List.of();
        }
        List<String> ids = after.sets().stream().map(ParameterSet::id).toList();
        List<ReleasedSet> sets =
                after.sets().stream().map(set -> new ReleasedSet(set, 1)).toList();
        WorkshopView things = current.viewOf(after);
        return changes(touched, old, ids.isEmpty() ? things : things.with(ids, sets));
    }

    private List<Change> changes(Touched touched, WorkshopView old, WorkshopView next) {
        Map<String, ProductLine> lines = new HashMap<>();
        ProductLine.of(next).forEach(line -> lines.put(key(line), line));
        List<Place> places = Stream.of(old, next)
                .flatMap(view -> view.survey(List.of()).places().stream())
                .distinct()
                .filter(place -> old.workshop().machine(place.machine()).isPresent())
                .filter(place -> next.workshop().machine(place.machine()).isPresent())
                .sorted(BY_NAME)
                .toList();
        Instant now = clock.instant();
        List<Change> found = new ArrayList<>();
        int judged = 0;
        for (ProductLine line : ProductLine.of(old)) {
            Optional<ProductLine> then = Optional.ofNullable(lines.get(key(line)));
            boolean all = touched.reaches(line) || then.filter(touched::reaches).isPresent();
            for (Place place : then.isEmpty() ? List.<Place>of() : places) {
                if (found.size() < MOST_CHANGES
                        && judged < MOST_CASES
                        && (all || touched.machines().contains(place.machine()))) {
                    judged++;
                    change(line, then.orElseThrow(), place, now, old, next).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static String key(ProductLine line) {
        return line.identity().product() + '\n' + line.variant().orElse("");
    }

    private static Optional<Change> change(
            ProductLine line, ProductLine then, Place place, Instant now, WorkshopView old, WorkshopView next) {
        MatchRequest request = new MatchRequest(line.identity(), place.machine(), place.operation(), now);
        MatchResult before = old.judge(request);
        if (!(before instanceof MatchResult.Matched)) {
            return Optional.empty();
        }
        MatchRequest later = new MatchRequest(then.identity(), place.machine(), place.operation(), now);
        return ReleaseImpact.compared(line.variant(), request, before, next.judge(later));
    }

    /** What of the things that there are is changed, as far as it can matter to a case. */
    private record Touched(Set<String> products, Set<String> families, Set<String> machines) {
        static Touched of(WorkshopContent changes, WorkshopView old) {
            Set<String> products = new HashSet<>();
            changes.products().stream()
                    .map(Product::id)
                    .filter(id -> old.workshop().product(id).isPresent())
                    .forEach(products::add);
            Set<String> families = new HashSet<>();
            changes.families().stream()
                    .map(ProductFamily::id)
                    .filter(id -> old.workshop().family(id).isPresent())
                    .forEach(families::add);
            Set<String> profiles = new HashSet<>();
            changes.profiles().stream().map(MachineProfile::id).forEach(profiles::add);
            Set<String> machines = new HashSet<>();
            changes.machines().stream().map(Machine::id).forEach(machines::add);
            old.workshop().machines().stream()
                    .filter(machine -> profiles.contains(machine.profile()))
                    .map(Machine::id)
                    .forEach(machines::add);
            machines.removeIf(id -> old.workshop().machine(id).isEmpty());
            return new Touched(products, families, machines);
        }

        boolean isNothing() {
            return products.isEmpty() && families.isEmpty() && machines.isEmpty();
        }

        boolean reaches(ProductLine line) {
            return products.contains(line.identity().product())
                    || line.families().stream().anyMatch(families::contains);
        }
    }
}
