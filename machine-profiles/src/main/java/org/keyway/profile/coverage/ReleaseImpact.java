package org.keyway.profile.coverage;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.AttributeValue;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.SetReach;
import org.keyway.profile.matching.SetReach.Place;
import org.keyway.profile.matching.WorkshopView;

/**
 * What the release of a draft would change: the cases in its scope, or in that of the version it replaces, whose values are
 * other than before. A case is a product or a variant with what the registry knows; lot, serial number and order are those
 * that the scope names, and attributes that the registry doesn't give are such that the scope's conditions hold.
 */
public final class ReleaseImpact {
    /** So many cases are judged for one page at most. */
    private static final int MOST_CASES = 20_000;

    private final CurrentWorkshop current;
    private final Clock clock;

    @Inject
    public ReleaseImpact(CurrentWorkshop current, Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    /** The value of a parameter before and after; empty where there is none. */
    public record ValueChange(String parameter, Optional<Object> before, Optional<Object> after) {}

    /**
     * A case whose result changes.
     *
     * @param values the parameters whose values differ
     */
    public record Change(
            MatchRequest request,
            Optional<String> variant,
            MatchResult before,
            MatchResult after,
            List<ValueChange> values) {
        public Change {
            values = List.copyOf(values);
        }
    }

    /**
     * Some of the changes.
     *
     * @param next where the next page begins; empty when this is the last
     * @param cases how many cases there are to look at in all
     */
    public record Page(List<Change> changes, Optional<Long> next, long cases) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Compares what is in force with what would be.
     *
     * @param replaced ids of sets that the draft takes the place of; its own is always among them
     * @param before released versions of these sets and of the draft's own, for what their scopes name
     * @param from where the page begins, 0 for the first
     * @param limit the most changes on the page
     */
    public Page page(
            ReleasedSet draft, Collection<String> replaced, Collection<ReleasedSet> before, long from, int limit) {
        List<String> ids = Stream.concat(Stream.of(draft.set().id()), replaced.stream())
                .distinct()
                .toList();
        WorkshopView old = current.view();
        WorkshopView next = old.with(ids, List.of(draft));
        List<Row> rows = rows(
                old, next, ids, Stream.concat(Stream.of(draft), before.stream()).toList());
        long cases = rows.stream().mapToLong(Row::size).sum();
        long end = Math.min(cases, from + MOST_CASES);
        Instant now = clock.instant();
        List<Change> changes = new ArrayList<>();
        long first = 0;
        long at = Math.max(0, from);
        for (Row row : rows) {
            while (at < Math.min(end, first + row.size()) && changes.size() < limit) {
                change(row, row.request((int) (at++ - first), now), old, next).ifPresent(changes::add);
            }
            first += row.size();
        }
        return new Page(changes, at < cases ? Optional.of(at) : Optional.empty(), cases);
    }

    /** The cases of one line: each of its parts at each of these places. */
    private record Row(ProductLine line, List<ProductIdentity> parts, List<Place> places) {
        int size() {
            return parts.size() * places.size();
        }

        MatchRequest request(int number, Instant at) {
            Place place = places.get(number / parts.size());
            return new MatchRequest(parts.get(number % parts.size()), place.machine(), place.operation(), at);
        }
    }

    private static List<Row> rows(WorkshopView old, WorkshopView next, List<String> ids, List<ReleasedSet> named) {
        SetReach.Survey now = old.survey(ids);
        SetReach.Survey then = next.survey(ids);
        List<SetReach> reaches = new ArrayList<>(now.reaches());
        reaches.addAll(then.reaches());
        List<Place> places = Stream.concat(now.places().stream(), then.places().stream())
                .distinct()
                .sorted(Comparator.comparing(Place::machine).thenComparing(Place::operation))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (ProductLine line : ProductLine.of(next)) {
            List<SetReach> ofLine = reaches.stream()
                    .filter(reach -> reach.reachesProduct(line.identity().product(), line.families()))
                    .toList();
            if (!ofLine.isEmpty()) {
                List<Place> reached = places.stream()
                        .filter(place -> isReached(place, ofLine, next))
                        .toList();
                rows.add(new Row(line, parts(line, named), reached));
            }
        }
        return rows;
    }

    private static boolean isReached(Place place, List<SetReach> reaches, WorkshopView view) {
        Machine machine = view.workshop().machine(place.machine()).orElseThrow();
        return reaches.stream().anyMatch(reach -> reach.reachesPlace(machine, place.operation()));
    }

    /** The parts of a line that the sets are meant for, as their scopes describe them. */
    private static List<ProductIdentity> parts(ProductLine line, List<ReleasedSet> named) {
        return named.stream()
                .map(set -> dressed(line.identity(), set.set().scope()))
                .distinct()
                .toList();
    }

    private static ProductIdentity dressed(ProductIdentity plain, Scope scope) {
        Map<String, Object> attributes = new HashMap<>();
        scope.order().ifPresent(order -> attributes.put(Scope.ORDER_ATTRIBUTE, order));
        WorkshopView.fulfilling(scope.attributes(), plain.attributes())
                .ifPresent(found -> found.forEach(attributes::putIfAbsent));
        attributes.putAll(plain.attributes());
        return new ProductIdentity(
                plain.product(), plain.family(), scope.serial(), scope.lot(), attributes, plain.provenance());
    }

    private static Optional<Change> change(Row row, MatchRequest request, WorkshopView old, WorkshopView next) {
        return compared(row.line().variant(), request, old.judge(request), next.judge(request));
    }

    /** What differs between the results of a case; empty when nothing does. */
    static Optional<Change> compared(
            Optional<String> variant, MatchRequest request, MatchResult before, MatchResult after) {
        Map<String, Object> was = values(before);
        Map<String, Object> will = values(after);
        List<ValueChange> values = Stream.concat(was.keySet().stream(), will.keySet().stream())
                .distinct()
                .map(name ->
                        new ValueChange(name, Optional.ofNullable(was.get(name)), Optional.ofNullable(will.get(name))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
        boolean same = values.isEmpty() && before.getClass().equals(after.getClass());
        return same ? Optional.empty() : Optional.of(new Change(request, variant, before, after, values));
    }

    /** Without needless zeros, so that what is equal looks so. */
    private static Map<String, Object> values(MatchResult result) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (MatchedValue value : result.values()) {
            values.put(value.parameter().name(), AttributeValue.normalised(value.value()));
        }
        return values;
    }
}
