package org.keyway.job.desk;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.identifier.scheme.IssueCode;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.Jobs;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanRequest;
import org.keyway.job.order.OrderVerdict;
import org.keyway.job.order.ScanOrders;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.Rejection;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;

/** Finds out what a scan asks for: label, product, machine, values. Every way to say no before the machine is asked. */
final class ScanPlanner {
    private final ScanParser parser;
    private final ScannerProfiles scanners;
    private final ProductResolver resolver;
    private final ParameterMatcher matcher;
    private final Jobs jobs;
    private final ScanOrders orders;
    private final ProblemCatalogue problems;
    private final Clock clock;

    @Inject
    ScanPlanner(
            ScanParser parser,
            ScannerProfiles scanners,
            ProductResolver resolver,
            ParameterMatcher matcher,
            Jobs jobs,
            ScanOrders orders,
            ProblemCatalogue problems,
            Clock clock) {
        this.parser = parser;
        this.scanners = scanners;
        this.resolver = resolver;
        this.matcher = matcher;
        this.jobs = jobs;
        this.orders = orders;
        this.problems = problems;
        this.clock = clock;
    }

    ScanPlan plan(ScanRequest request, Station station, Workshop workshop) {
        Identification identification = read(request, station);
        if (identification instanceof Identification.Rejected rejected && noneKnown(rejected.candidates())) {
            return rejected(rejected.reading());
        }
        return resolved(identification.candidates(), request, station, workshop);
    }

    private boolean noneKnown(List<Reading> readings) {
        return readings.stream().noneMatch(reading -> resolver.resolveLocally(reading) instanceof Resolution.Resolved);
    }

    /** What the label says, as the scanner of this station emits it. */
    Identification read(ScanRequest request, Station station) {
        int length = request.scan().data().length();
        if (length > ScanRequest.LONGEST_DATA) {
            Issue tooLong = IssueCode.TOO_LONG.issue(Map.of("length", length, "limit", ScanRequest.LONGEST_DATA));
            Scan kept = new Scan(Dispatch.kept(request.scan()), request.scan().symbology());
            return Identification.Rejected.unread(kept, kept.symbology(), List.of(tooLong));
        }
        ScannerProfile scanner = scanners.of(station.id()).orElse(ScannerProfile.DEFAULT);
        return parser.parse(request.scan().at(station.id()), scanner);
    }

    static ScanPlan.Refuse rejected(Reading reading) {
        Issue worst = reading.issues().stream()
                .filter(issue -> issue.severity() == Issue.Severity.ERROR)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a rejected label without an error"));
        Map<String, Object> details = worst.element()
                .<Map<String, Object>>map(id -> Map.of("element", id))
                .orElse(Map.of());
        return new ScanPlan.Refuse(
                Optional.of(new JobEvent.Identified(reading, Optional.empty())),
                new Problem(worst.code(), worst.message(), details));
    }

    /** Of several readings, exactly one must name a product that we know, or all of them the same one: then the first counts. */
    private ScanPlan resolved(List<Reading> readings, ScanRequest request, Station station, Workshop workshop) {
        List<JobEvent.Identified> known = new ArrayList<>();
        Optional<Issue> doubt = Optional.empty();
        for (Reading reading : readings) {
            Resolution resolution = readings.size() == 1 ? resolver.resolve(reading) : resolver.resolveLocally(reading);
            if (resolution instanceof Resolution.Resolved resolved) {
                known.add(new JobEvent.Identified(reading.with(resolved.warnings()), Optional.of(resolved.identity())));
            } else if (doubt.isEmpty()) {
                doubt = ((Resolution.Unknown) resolution).doubt();
            }
        }
        boolean single = known.stream()
                        .map(event -> event.identity().map(ScanPlanner::samePart))
                        .distinct()
                        .count()
                == 1;
        if (single) {
            JobEvent.Identified only = known.get(0);
            return matched(only.reading(), only.identity().orElseThrow(), request, station, workshop);
        }
        Reading first = readings.get(0);
        return new ScanPlan.Refuse(
                Optional.of(new JobEvent.Identified(first, Optional.empty())),
                unresolved(first.product().orElse(first.data()), known.isEmpty(), doubt));
    }

    /** What two readings must agree in to be of one part; serial number and lot are never guessed. */
    private static List<Object> samePart(ProductIdentity identity) {
        return List.of(identity.product(), identity.serial(), identity.lot());
    }

    /** Why readings that name no one product are refused. */
    Problem unresolved(String key, boolean unknown, Optional<Issue> doubt) {
        Map<String, Object> details = Map.of("key", key);
        if (!unknown) {
            return problems.problem(JobCode.AMBIGUOUS_LABEL, details);
        }
        return doubt.map(issue -> new Problem(issue.code(), issue.message(), details))
                .orElseGet(() -> problems.problem(JobCode.UNKNOWN_PRODUCT, details));
    }

    /** Which machine of the station takes a part that is known, with which values. */
    ScanPlan matched(
            Reading reading, ProductIdentity identity, ScanRequest request, Station station, Workshop workshop) {
        List<MatchResult.Matched> matches = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        for (Machine machine : workshop.machinesAt(station.id())) {
            if (request.operation().isEmpty() || request.operation().get().equals(machine.operation())) {
                MatchResult result = matcher.match(new MatchRequest(
                        identity, machine.id(), request.operation().orElse(machine.operation()), clock.instant()));
                if (result instanceof MatchResult.Matched matched) {
                    matches.add(matched);
                } else {
                    rejections.addAll(((MatchResult.Unmatched) result).rejections());
                }
            }
        }
        JobEvent.Identified identified = new JobEvent.Identified(reading, Optional.of(identity));
        Optional<MatchResult.Matched> only = chosen(matches, identity);
        if (only.isEmpty()) {
            return new ScanPlan.Refuse(Optional.of(identified), noMachine(matches, rejections, station));
        }
        Optional<Problem> done = alreadyMachined(identity, only.get(), station);
        if (done.isPresent()) {
            return new ScanPlan.Refuse(Optional.of(identified), done.get());
        }
        OrderVerdict verdict = orders.judge(identity, only.get(), station);
        if (verdict instanceof OrderVerdict.Refused refused) {
            return new ScanPlan.Refuse(Optional.of(identified), refused.problem());
        }
        Optional<String> order =
                verdict instanceof OrderVerdict.Takes takes ? Optional.of(takes.order()) : Optional.empty();
        return new ScanPlan.Deliver(
                reading, identity, only.get(), order, () -> matched(reading, identity, request, station, workshop));
    }

    /** The only machine that can take the part, or of several the only one with an order for it. */
    private Optional<MatchResult.Matched> chosen(List<MatchResult.Matched> matches, ProductIdentity identity) {
        List<MatchResult.Matched> left = matches.size() == 1
                ? matches
                : matches.stream()
                        .filter(match ->
                                orders.isAwaited(identity, match.machine().id()))
                        .toList();
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    private Problem noMachine(List<MatchResult.Matched> matches, List<Rejection> rejections, Station station) {
        if (!matches.isEmpty()) {
            return problems.problem(JobCode.SEVERAL_MACHINES, Map.of("station", station.id()));
        }
        if (rejections.isEmpty()) {
            return problems.problem(JobCode.NO_MACHINE, Map.of("station", station.id()));
        }
        Rejection first = rejections.get(0);
        return new Problem(first.code(), first.message(), first.details());
    }

    private Optional<Problem> alreadyMachined(ProductIdentity identity, MatchResult.Matched match, Station station) {
        String machine = match.machine().id();
        return identity.serial()
                .filter(serial -> !station.rework())
                .filter(serial -> jobs.machined(identity.product(), serial, machine, match.operation()))
                .map(serial ->
                        problems.problem(JobCode.ALREADY_MACHINED, Map.of("serial", serial, "machine", machine)));
    }
}
