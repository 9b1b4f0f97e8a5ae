package org.keyway.profile.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.Scope;
import org.keyway.profile.SetVersion;
import org.keyway.profile.ValueSource;

/**
 * Finds clashes before a part is scrapped: two sets of equal rank (key set, family, number of conditions) that can both
 * cover some case, from now on, and disagree there on a parameter of the machine. That a more specific set hides them today
 * doesn't excuse them. Cases are all that can come: any lot, serial number, order and attributes, any product of a family;
 * families, variants, machines and profiles are taken as they stand. A set whose number of parts is used up covers none.
 */
public final class ClashCheck {
    /** So many pairs are compared in one check at most; sets of one scope beyond that must be divided. */
    private static final long MOST_PAIRS = 20_000_000;

    private final WorkshopSnapshot things;
    private final SetIndex sets;
    private final PartCounts counts;
    private final Instant now;

    ClashCheck(WorkshopSnapshot things, SetIndex sets, PartCounts counts, Instant now) {
        this.things = things;
        this.sets = sets;
        this.counts = counts;
        this.now = now;
    }

    /**
     * What a check of many found.
     *
     * @param clashes for each candidate the first clash, if it has one
     * @param unchecked candidates that could not be checked, since too many sets have their scope
     */
    public record Found(List<Clash> clashes, List<SetVersion> unchecked) {}

    /**
     * Every released set that a candidate clashes with, once each; its own earlier versions and those that it replaces are
     * left out.
     */
    public List<Clash> check(ReleasedSet candidate, Collection<SetVersion> replaced) {
        Contender contender = Contender.of(candidate, new SetCompiler());
        List<Clash> found = new ArrayList<>();
        for (CompiledSet other : sets.beside(candidate.set().scope())) {
            if (!other.source().set().equals(candidate.set().id()) && !replaced.contains(other.source())) {
                between(contender, new Contender(other, contender.names())).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The candidates among themselves, and with the released sets whose place none of them takes. */
    public Found checkAll(Collection<ReleasedSet> candidates) {
        SetCompiler compiler = new SetCompiler();
        Set<String> ids = candidates.stream().map(one -> one.set().id()).collect(Collectors.toSet());
        Map<List<Object>, Place> places = new LinkedHashMap<>();
        for (ReleasedSet candidate : candidates) {
            Contender contender = Contender.of(candidate, compiler);
            List<Object> place = List.of(contender.set().keySet(), contender.names());
            places.computeIfAbsent(place, unused -> new Place(candidate.set().scope(), new LinkedHashMap<>()))
                    .contenders()
                    .putIfAbsent(contender.content(), contender);
        }
        Check check = new Check();
        places.values()
                .forEach(place -> check.group(List.copyOf(place.contenders().values()), beside(place.scope(), ids)));
        return new Found(check.clashes, check.unchecked);
    }

    /** Candidates found by the same names; the scope of any of them. */
    private record Place(Scope scope, Map<List<Object>, Contender> contenders) {}

    private List<Contender> beside(Scope scope, Set<String> replaced) {
        Map<List<Object>, Contender> released = new LinkedHashMap<>();
        for (CompiledSet other : sets.beside(scope)) {
            if (!replaced.contains(other.source().set())) {
                Contender contender = new Contender(other, Contender.placeOf(scope));
                released.putIfAbsent(contender.content(), contender);
            }
        }
        return List.copyOf(released.values());
    }

    private final class Check {
        private final List<Clash> clashes = new ArrayList<>();
        private final List<SetVersion> unchecked = new ArrayList<>();
        private long pairs;

        void group(List<Contender> candidates, List<Contender> released) {
            Neighbours neighbours = new Neighbours(candidates, released);
            for (Contender candidate : candidates) {
                List<List<Contender>> near = neighbours.of(candidate);
                pairs += near.stream().mapToInt(List::size).sum();
                if (pairs > MOST_PAIRS) {
                    unchecked.add(candidate.source());
                } else {
                    near.stream()
                            .flatMap(List::stream)
                            .flatMap(other -> between(candidate, other).stream())
                            .findFirst()
                            .ifPresent(clashes::add);
                }
                neighbours.add(candidate);
            }
        }
    }

    private Optional<Clash> between(Contender one, Contender other) {
        if (!one.mayMeet(other, now, counts)) {
            return Optional.empty();
        }
        Map<String, Pair> different = different(one.set(), other.set());
        return different.isEmpty() ? Optional.empty() : between(one, other, different);
    }

    private record Pair(ValueSource one, ValueSource other) {}

    private Optional<Clash> between(Contender one, Contender other, Map<String, Pair> different) {
        CommonCase common = new CommonCase(things)
                .covering(one.names(), one.set().guard())
                .covering(other.names(), other.set().guard());
        Instant at = one.meetingFrom(other, now).orElseThrow();
        for (Machine machine : (Iterable<Machine>) common.machines()::iterator) {
            Optional<String> parameter = disagreement(machine, different);
            if (parameter.isPresent()) {
                return common.on(machine, at)
                        .map(example -> new Clash(one.source(), other.source(), parameter.get(), example));
            }
        }
        return Optional.empty();
    }

    private Optional<String> disagreement(Machine machine, Map<String, Pair> different) {
        for (Parameter parameter : parameters(machine)) {
            Pair pair = different.get(parameter.name());
            if (pair != null && !Agreement.agree(pair.one(), pair.other(), parameter)) {
                return Optional.of(parameter.name());
            }
        }
        return Optional.empty();
    }

    private List<Parameter> parameters(Machine machine) {
        return things.profile(machine.profile()).map(MachineProfile::parameters).orElse(List.of());
    }

    /** What both have a value for, in different words at least. */
    private static Map<String, Pair> different(CompiledSet one, CompiledSet other) {
        Map<String, Pair> different = new HashMap<>();
        for (int i = 0; i < one.values().length; i++) {
            String name = one.shape().names().get(i);
            int place = other.shape().names().indexOf(name);
            if (place >= 0 && !one.values()[i].equals(other.values()[place])) {
                different.put(name, new Pair(one.values()[i], other.values()[place]));
            }
        }
        return different;
    }
}
