package org.keyway.terminal.api;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Identification;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.profile.Machine;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.WorkshopSource;

/** Identifies and matches a scan without a job: nothing is written, nothing is put on record. */
public final class DryRun {
    private final ScanParser parser;
    private final ProductResolver resolver;
    private final ParameterMatcher matcher;
    private final WorkshopSource workshop;
    private final Clock clock;
    private final DigitalLinkMaker links;

    @Inject
    public DryRun(
            ScanParser parser,
            ProductResolver resolver,
            ParameterMatcher matcher,
            WorkshopSource workshop,
            Clock clock,
            DigitalLinkMaker links) {
        this.parser = parser;
        this.resolver = resolver;
        this.matcher = matcher;
        this.workshop = workshop;
        this.clock = clock;
        this.links = links;
    }

    /** What the label says. */
    public ReadingJson identify(Scan scan) {
        return ReadingJson.of(parser.parse(scan), links);
    }

    /** What the scan would bring to the machine; in the machine's own operation where none is given. */
    public MatchJson match(Scan scan, Machine machine, Optional<String> operation) {
        Identification identification = parser.parse(scan);
        ReadingJson reading = ReadingJson.of(identification, links);
        String step = operation.orElse(machine.operation());
        List<Known> known = known(identification.candidates());
        if (known.stream().map(one -> one.identity().product()).distinct().count() == 1) {
            Known first = known.get(0);
            return matched(ReadingJson.of(first.reading(), links), first.identity(), machine, step);
        }
        if (!known.isEmpty()) {
            var several = ReadingJson.of(new Identification.Ambiguous(identification.candidates()), links);
            return without(reading, machine, step, "unidentified", errors(several));
        }
        if (!(identification instanceof Identification.Identified identified)) {
            return without(reading, machine, step, "unidentified", errors(reading));
        }
        var unknown = unknown((Resolution.Unknown) resolve(identified.reading(), identification.candidates()));
        return without(reading, machine, step, "unknown-product", List.of(unknown));
    }

    private record Known(Reading reading, ProductIdentity identity) {}

    private List<Known> known(List<Reading> candidates) {
        List<Known> known = new ArrayList<>();
        for (Reading candidate : candidates) {
            if (resolve(candidate, candidates) instanceof Resolution.Resolved resolved) {
                known.add(new Known(candidate.with(resolved.warnings()), resolved.identity()));
            }
        }
        return known;
    }

    /** Only a label without doubt is worth asking others about. */
    private Resolution resolve(Reading candidate, List<Reading> candidates) {
        return candidates.size() == 1 ? resolver.resolve(candidate) : resolver.resolveLocally(candidate);
    }

    private static ProblemView unknown(Resolution.Unknown unknown) {
        Map<String, Object> details = Map.of("key", unknown.key());
        return unknown.doubt()
                .map(issue -> new ProblemView(issue.code(), issue.message(), details))
                .orElseGet(() ->
                        new ProblemView("KW-TRY-002", ReadingJson.CATALOGUE.message("KW-TRY-002", details), details));
    }

    private MatchJson matched(ReadingJson reading, ProductIdentity identity, Machine machine, String operation) {
        IdentityJson json = IdentityJson.of(identity, workshop.current());
        MatchResult result = matcher.match(new MatchRequest(identity, machine.id(), operation, clock.instant()));
        boolean matched = result instanceof MatchResult.Matched;
        return new MatchJson(
                reading,
                json,
                machine.id(),
                operation,
                matched ? "matched" : "unmatched",
                result.values().stream()
                        .map(value -> MatchJson.ValueJson.of(value, machine.id()))
                        .toList(),
                result.missing().stream().map(MatchJson.MissingJson::of).toList(),
                rejections(result));
    }

    private static List<ProblemView> rejections(MatchResult result) {
        return result instanceof MatchResult.Unmatched unmatched
                ? unmatched.rejections().stream().map(ProblemView::of).toList()
                : List.of();
    }

    private static MatchJson without(
            ReadingJson reading, Machine machine, String operation, String outcome, List<ProblemView> rejections) {
        return new MatchJson(reading, null, machine.id(), operation, outcome, List.of(), List.of(), rejections);
    }

    private static List<ProblemView> errors(ReadingJson reading) {
        return reading.issues().stream()
                .filter(issue -> issue.severity().equals("error"))
                .map(issue -> new ProblemView(issue.code(), issue.message(), Map.of()))
                .toList();
    }
}
