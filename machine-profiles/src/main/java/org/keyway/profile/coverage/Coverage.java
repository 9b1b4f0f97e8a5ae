package org.keyway.profile.coverage;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.matching.CaseVerdict;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.SetReach;
import org.keyway.profile.matching.SetReach.Place;
import org.keyway.profile.matching.WorkshopView;

/**
 * How it stands with every product, and each of its variants, on every machine, in the machine's own operation and those
 * that released sets name for it or its class. Everything is judged at the first question; after a release, or when a date
 * is reached, only what it can have changed. A cell is judged with what the registry knows: what lots, serial numbers and
 * orders bring is not in it.
 */
@Singleton
public final class Coverage {
    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::machine).thenComparing(Place::operation);

    private final Clock clock;
    private final Set<String> changed = new HashSet<>();
    private boolean all = true;
    private WorkshopView noted;
    private WorkshopView view;
    private List<ProductLine> lines = List.of();
    private List<Column> columns = List.of();
    private long judged;

    @Inject
    public Coverage(CurrentWorkshop current, Clock clock) {
        this.clock = clock;
        current.onSetChange(this::note);
        this.view = current.view();
        synchronized (changed) {
            noted = view;
        }
    }

    /**
     * How many cells there are of each status.
     *
     * @param open how many may be otherwise by attributes that the registry doesn't give
     */
    public record Summary(Instant at, Map<CoverageStatus, Long> cells, long open) {
        public Summary {
            cells = Map.copyOf(cells);
        }
    }

    /** Some of the cells that were asked for, by machine, operation and product, and how many there are. */
    public record Page(List<CoverageCell> cells, long total) {
        public Page {
            cells = List.copyOf(cells);
        }
    }

    /** Only notes it down: whoever releases doesn't wait. */
    private void note(Optional<Collection<String>> ids, WorkshopView now) {
        synchronized (changed) {
            noted = now;
            ids.ifPresentOrElse(changed::addAll, () -> all = true);
        }
    }

    /** The count of cells by status; those that lose their match within this time are expiring. */
    public synchronized Summary summary(Duration expiringWithin) {
        Instant now = refresh();
        Map<CoverageStatus, Long> cells = new EnumMap<>(CoverageStatus.class);
        for (CoverageStatus status : CoverageStatus.values()) {
            cells.put(status, 0L);
        }
        long open = 0;
        for (Column column : columns) {
            for (int line = 0; line < lines.size(); line++) {
                cells.merge(column.status(line, now, expiringWithin), 1L, Long::sum);
                open += column.isOpen(line) ? 1 : 0;
            }
        }
        return new Summary(now, cells, open);
    }

    /** Cells that a filter lets through, from the one with this number on. */
    public synchronized Page page(CoverageFilter filter, long from, int limit) {
        Instant now = refresh();
        boolean[] wanted = new boolean[lines.size()];
        for (int line = 0; line < wanted.length; line++) {
            ProductLine one = lines.get(line);
            wanted[line] =
                    filter.product().map(one.identity().product()::equals).orElse(true)
                            && filter.family().map(one.families()::contains).orElse(true);
        }
        List<CoverageCell> cells = new ArrayList<>();
        long total = 0;
        for (Column column : columns) {
            if (filter.machine().map(column.place().machine()::equals).orElse(true)) {
                int[] found = found(column, wanted, filter, now);
                long skipped = Math.min(found.length, Math.max(0, from - total));
                Arrays.stream(found)
                        .skip(skipped)
                        .limit(limit - cells.size())
                        .mapToObj(line -> cell(column, line, filter.expiringWithin(), now))
                        .forEach(cells::add);
                total += found.length;
            }
        }
        return new Page(cells, total);
    }

    private static int[] found(Column column, boolean[] wanted, CoverageFilter filter, Instant now) {
        return IntStream.range(0, wanted.length)
                .filter(line -> wanted[line])
                .filter(line -> filter.status().isEmpty()
                        || filter.status().get() == column.status(line, now, filter.expiringWithin()))
                .toArray();
    }

    private CoverageCell cell(Column column, int number, Duration expiringWithin, Instant now) {
        ProductLine line = lines.get(number);
        CoverageStatus status = column.status(number, now, expiringWithin);
        CaseVerdict verdict = column.verdict(view, line, now, true);
        List<String> parameters = verdict.result().stream()
                .flatMap(result -> result.missing().stream())
                .filter(missing -> missing.rejection().isPresent())
                .map(missing -> missing.parameter().name())
                .toList();
        return new CoverageCell(
                line.identity().product(),
                line.variant(),
                column.place().machine(),
                column.place().operation(),
                status,
                verdict.lostAt(),
                parameters,
                verdict.open());
    }

    /** The match of one cell, with its derivation; empty when there is no such product or variant. */
    public synchronized Optional<MatchResult> explain(
            String product, Optional<String> variant, String machine, String operation) {
        Instant now = refresh();
        return lines.stream()
                .filter(line -> line.identity().product().equals(product)
                        && line.variant().equals(variant))
                .findFirst()
                .map(line -> view.match(new MatchRequest(line.identity(), machine, operation, now)));
    }

    /** How many cells were judged since the start. */
    synchronized long judged() {
        return judged;
    }

    private Instant refresh() {
        Instant now = clock.instant();
        Set<String> ids;
        boolean everything;
        WorkshopView next;
        synchronized (changed) {
            ids = Set.copyOf(changed);
            everything = all;
            next = noted;
            changed.clear();
            all = false;
        }
        if (everything) {
            lines = ProductLine.of(next);
            columns = List.of();
        }
        if (everything || !ids.isEmpty()) {
            rejudge(next, ids, now);
        }
        view = next;
        judge(
                columns.stream().filter(column -> column.anyDue(now)).toList(),
                now,
                column -> line -> column.isDue(line, now));
        return now;
    }

    private void rejudge(WorkshopView next, Set<String> ids, Instant now) {
        List<SetReach> reaches =
                new ArrayList<>(columns.isEmpty() ? List.of() : view.survey(ids).reaches());
        SetReach.Survey survey = next.survey(ids);
        reaches.addAll(survey.reaches());
        Map<Place, Column> before = new HashMap<>();
        columns.forEach(column -> before.put(column.place(), column));
        view = next;
        columns = survey.places().stream()
                .sorted(BY_NAME)
                .map(place -> before.getOrDefault(place, new Column(place, lines.size())))
                .toList();
        judge(columns, now, column -> before.containsKey(column.place()) ? reached(column, reaches) : line -> true);
    }

    private IntPredicate reached(Column column, List<SetReach> reaches) {
        Machine machine = view.workshop().machine(column.place().machine()).orElseThrow();
        List<SetReach> here = reaches.stream()
                .filter(reach -> reach.reachesPlace(machine, column.place().operation()))
                .toList();
        return line -> here.stream()
                .anyMatch(reach -> reach.reachesProduct(
                        lines.get(line).identity().product(), lines.get(line).families()));
    }

    private interface Choice {
        IntPredicate of(Column column);
    }

    private void judge(List<Column> some, Instant now, Choice choice) {
        WorkshopView judging = view;
        judged += some.parallelStream()
                .mapToLong(column -> column.judge(judging, lines, now, choice.of(column)))
                .sum();
    }
}
