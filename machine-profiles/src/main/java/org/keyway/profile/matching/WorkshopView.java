package org.keyway.profile.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.keyway.profile.AttributeCondition;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Workshop;

/** One state of the workshop, for questions about many cases. Never changes. */
public final class WorkshopView {
    /** So many dates ahead are looked at to see when a case loses its match. */
    private static final int MOST_DATES = 16;

    private final CompiledWorkshop compiled;

    WorkshopView(CompiledWorkshop compiled) {
        this.compiled = compiled;
    }

    public Workshop workshop() {
        return compiled.snapshot();
    }

    /** A family and those it belongs to, the nearest first. */
    public List<String> families(String family) {
        return compiled.snapshot().familyAndAncestors(family);
    }

    /** Where released sets have operations done, and what some of them reach. */
    public SetReach.Survey survey(Collection<String> ids) {
        return SetReach.survey(compiled.snapshot(), compiled.sets(), ids);
    }

    /** The same workshop with other versions of some sets; ids without a version are gone. */
    public WorkshopView with(Collection<String> ids, Collection<ReleasedSet> now) {
        return new WorkshopView(
                compiled.with(compiled.sets().with(ids, now), compiled.names().with(now)));
    }

    /** Attributes that fulfil conditions, where possible with these values; empty when there are none. */
    public static Optional<Map<String, Object>> fulfilling(
            List<AttributeCondition> conditions, Map<String, Object> preferred) {
        return AttributeWitness.of(conditions, preferred);
    }

    /** The match of a case with its explanation. */
    public MatchResult match(MatchRequest request) {
        return compiled.match(request);
    }

    /** The match of a case on a machine that there is, without a look at other stations. */
    public MatchResult judge(MatchRequest request) {
        return compiled.judge(request, compiled.candidates(request)).result();
    }

    /** What can be said of a case on a machine that there is; its derivation only where it is asked for or not matched. */
    public CaseVerdict verdict(MatchRequest request, boolean derived) {
        List<SetIndex.Candidate> found = compiled.candidates(request);
        TreeSet<Instant> dates = new TreeSet<>();
        TreeSet<String> open = new TreeSet<>();
        boolean counted = false;
        for (SetIndex.Candidate candidate : found) {
            Guard guard = candidate.set().guard();
            if (!guard.isPlain()) {
                counted |= guard.parts().isPresent();
                gather(guard, request, dates, open);
            }
        }
        boolean plain = !derived && compiled.isPlainlyMatched(request, found);
        Optional<CompiledWorkshop.Verdict> full =
                plain ? Optional.empty() : Optional.of(compiled.judge(request, found));
        CaseVerdict verdict = new CaseVerdict(
                full.map(CompiledWorkshop.Verdict::result),
                full.map(CompiledWorkshop.Verdict::covered).orElse(true),
                dates.isEmpty() ? Optional.empty() : Optional.of(dates.first()),
                Optional.empty(),
                counted,
                List.copyOf(open));
        return verdict.isMatched() && !dates.isEmpty() ? verdict.lostAt(lostAt(request, dates, found)) : verdict;
    }

    private static void gather(Guard guard, MatchRequest request, Set<Instant> dates, Set<String> open) {
        Stream.of(guard.from(), guard.until())
                .flatMap(Optional::stream)
                .filter(date -> date.isAfter(request.at()))
                .forEach(dates::add);
        guard.conditions().stream()
                .map(AttributeCondition::attribute)
                .filter(name -> !request.identity().attributes().containsKey(name))
                .forEach(open::add);
    }

    private Optional<Instant> lostAt(MatchRequest request, SortedSet<Instant> dates, List<SetIndex.Candidate> found) {
        return dates.stream()
                .limit(MOST_DATES)
                .filter(date -> !isMatched(request, date, found))
                .findFirst();
    }

    private boolean isMatched(MatchRequest request, Instant at, List<SetIndex.Candidate> found) {
        MatchRequest later = new MatchRequest(request.identity(), request.machine(), request.operation(), at);
        return compiled.isPlainlyMatched(later, found)
                || compiled.judge(later, found).result() instanceof MatchResult.Matched;
    }
}
