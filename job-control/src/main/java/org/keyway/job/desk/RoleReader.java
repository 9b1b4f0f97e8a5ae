package org.keyway.job.desk;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Issue;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.job.JobCode;
import org.keyway.job.JobEvent;
import org.keyway.job.Problem;
import org.keyway.job.ProblemCatalogue;
import org.keyway.job.ScanRequest;
import org.keyway.profile.ProductFamily;
import org.keyway.profile.ScanRole;
import org.keyway.profile.ScanRole.Acceptance;
import org.keyway.profile.ScanSequence;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;

/** Finds out which of several identifiers of a job a label is. */
final class RoleReader {
    private final ScanPlanner planner;
    private final ProductResolver resolver;
    private final ProblemCatalogue problems;

    @Inject
    RoleReader(ScanPlanner planner, ProductResolver resolver, ProblemCatalogue problems) {
        this.planner = planner;
        this.resolver = resolver;
        this.problems = problems;
    }

    /** A reading of the label with what is known of the product that it names. */
    private record Candidate(Reading reading, Resolution resolution) {
        Optional<ProductIdentity> identity() {
            return resolution instanceof Resolution.Resolved resolved
                    ? Optional.of(resolved.identity())
                    : Optional.empty();
        }

        String key() {
            return reading.product().orElse(reading.data());
        }
    }

    /**
     * The verdict on a label when this role is due. A label that could have several has one that asks for its registered
     * product rather than one that asks for a kind of label only, and of equal ones that which is due.
     */
    RoleVerdict judge(ScanRequest request, Station station, ScanSequence sequence, ScanRole due, Workshop workshop) {
        Identification identification = planner.read(request, station);
        if (identification instanceof Identification.Rejected rejected
                && rejected.candidates().isEmpty()) {
            ScanPlan.Refuse refusal = ScanPlanner.rejected(rejected.reading());
            return new RoleVerdict.FitsNone(refusal.identified(), refusal.problem());
        }
        List<Candidate> candidates = candidates(identification.candidates());
        for (ScanRole role : inOrderOfClaim(sequence.roles(), due)) {
            List<Candidate> fitting = candidates.stream()
                    .filter(candidate -> has(role, candidate, sequence, workshop))
                    .toList();
            if (fitting.size() == 1) {
                return fits(role, fitting.get(0));
            }
            if (fitting.size() > 1) {
                return none(candidates, problems.problem(JobCode.AMBIGUOUS_LABEL, Map.of("key", key(candidates))));
            }
        }
        return none(
                candidates, elsewhere(candidates, request, station, workshop).orElseGet(() -> notDue(due, candidates)));
    }

    private static Set<ScanRole> inOrderOfClaim(List<ScanRole> roles, ScanRole due) {
        List<ScanRole> dueFirst = Stream.concat(Stream.of(due), roles.stream()).toList();
        Set<ScanRole> ordered = new LinkedHashSet<>();
        dueFirst.stream().filter(role -> role.accept().asksForProduct()).forEach(ordered::add);
        ordered.addAll(dueFirst);
        return ordered;
    }

    /** Only a label without doubt is worth asking others about. */
    private List<Candidate> candidates(List<Reading> readings) {
        return readings.stream()
                .map(reading -> new Candidate(
                        reading, readings.size() == 1 ? resolver.resolve(reading) : resolver.resolveLocally(reading)))
                .toList();
    }

    private static String key(List<Candidate> candidates) {
        return candidates.get(0).key();
    }

    private static RoleVerdict none(List<Candidate> candidates, Problem problem) {
        Reading first = candidates.get(0).reading();
        return new RoleVerdict.FitsNone(Optional.of(new JobEvent.Identified(first, Optional.empty())), problem);
    }

    /** Why a product that has no role here can't be machined here either: it may belong to another station. */
    private Optional<Problem> elsewhere(
            List<Candidate> candidates, ScanRequest request, Station station, Workshop workshop) {
        for (Candidate candidate : candidates) {
            if (candidate.resolution() instanceof Resolution.Resolved resolved
                    && planner.matched(candidate.reading(), resolved.identity(), request, station, workshop)
                            instanceof ScanPlan.Refuse refuse) {
                return Optional.of(refuse.problem());
            }
        }
        return Optional.empty();
    }

    private Problem notDue(ScanRole due, List<Candidate> candidates) {
        boolean unknown =
                candidates.stream().allMatch(candidate -> candidate.identity().isEmpty());
        if (due.isPart() && unknown) {
            // Most likely it is a part, but a mangled label or one that nobody registered: say that.
            Optional<Issue> doubt = candidates.stream()
                    .map(Candidate::resolution)
                    .flatMap(resolution -> ((Resolution.Unknown) resolution).doubt().stream())
                    .findFirst();
            return planner.unresolved(key(candidates), true, doubt);
        }
        return problems.problem(JobCode.SCAN_NOT_AWAITED, Map.of("key", key(candidates), "role", due.id()), due.name());
    }

    private static RoleVerdict fits(ScanRole role, Candidate candidate) {
        Map<String, Object> attributes = new TreeMap<>();
        role.attribute().ifPresent(name -> {
            attributes.put(
                    name,
                    candidate
                            .identity()
                            .map(ProductIdentity::product)
                            .orElseGet(() ->
                                    candidate.key().substring(candidate.key().indexOf(':') + 1)));
            candidate.reading().serial().ifPresent(serial -> attributes.put(name + ScanRole.SERIAL, serial));
        });
        return new RoleVerdict.Fits(role, candidate.reading(), candidate.identity(), attributes);
    }

    private static boolean has(ScanRole role, Candidate candidate, ScanSequence sequence, Workshop workshop) {
        if (!role.isPart()) {
            return accepts(role.accept(), candidate, workshop);
        }
        boolean fits = candidate.identity().isPresent() && accepts(role.accept(), candidate, workshop);
        // A part of which nothing is demanded is whatever product no other role asks for.
        return fits
                && (!role.accept().equals(Acceptance.ANY)
                        || sequence.roles().stream()
                                .filter(other -> !other.isPart())
                                .noneMatch(other -> accepts(other.accept(), candidate, workshop)));
    }

    private static boolean accepts(Acceptance accept, Candidate candidate, Workshop workshop) {
        String key = candidate.key();
        Optional<ProductIdentity> identity = candidate.identity();
        return allows(accept.keys(), Optional.of(key.substring(0, Math.max(0, key.indexOf(':')))))
                && allows(accept.schemes(), Optional.of(candidate.reading().scheme()))
                && allows(accept.products(), identity.map(ProductIdentity::product))
                && (accept.families().isEmpty()
                        || identity.filter(known -> isOf(accept.families(), known.family(), workshop))
                                .isPresent());
    }

    private static boolean allows(List<String> allowed, Optional<String> found) {
        return allowed.isEmpty() || found.filter(allowed::contains).isPresent();
    }

    private static boolean isOf(List<String> families, String family, Workshop workshop) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = Optional.of(family);
        while (next.isPresent() && seen.add(next.get())) {
            if (families.contains(next.get())) {
                return true;
            }
            next = workshop.family(next.get()).flatMap(ProductFamily::parent);
        }
        return false;
    }
}
