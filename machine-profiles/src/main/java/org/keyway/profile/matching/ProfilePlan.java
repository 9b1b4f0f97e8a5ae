package org.keyway.profile.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueSource;

/** A machine profile prepared for matching: where its parameters stand in sets, and what became of values already seen. */
final class ProfilePlan {
    static final int ABSENT = -1;
    /** So many different values of one parameter are remembered; more are computed each time. */
    private static final int MOST_REMEMBERED = 20_000;

    private final MachineProfile profile;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Shape, int[]> slots = new ConcurrentHashMap<>();
    private volatile Located usual = new Located(new Shape(List.of()), new int[0]);
    private final List<Map<ValueSource, Settled>> settled;
    private final CaseLimits limits;

    ProfilePlan(MachineProfile profile) {
        this.profile = profile;
        for (Parameter parameter : profile.parameters()) {
            places.put(parameter.name(), places.size());
        }
        settled = profile.parameters().stream()
                .<Map<ValueSource, Settled>>map(parameter -> new ConcurrentHashMap<>())
                .toList();
        limits = CaseLimits.of(profile);
    }

    /** The profile's own limits. */
    CaseLimits limits() {
        return limits;
    }

    MachineProfile profile() {
        return profile;
    }

    int size() {
        return profile.parameters().size();
    }

    Parameter parameter(int place) {
        return profile.parameters().get(place);
    }

    Optional<Integer> place(String name) {
        return Optional.ofNullable(places.get(name));
    }

    /** For each parameter where its value stands in sets of this shape, or {@link #ABSENT}. */
    int[] slots(Shape shape) {
        Located first = usual;
        return first.shape().equals(shape) ? first.slots() : otherSlots(shape);
    }

    private int[] otherSlots(Shape shape) {
        int[] known = slots.get(shape);
        if (known == null) {
            known = slots.computeIfAbsent(shape, this::locate);
            usual = new Located(shape, known);
        }
        return known;
    }

    /** A shape and its slots; most sets for a kind of machine have one shape, which is found without a map. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Located(Shape shape, int[] slots) {}

    private int[] locate(Shape shape) {
        int[] located = new int[size()];
        Arrays.fill(located, ABSENT);
        for (int i = 0; i < shape.names().size(); i++) {
            Integer place = places.get(shape.names().get(i));
            if (place != null) {
                located[place] = i;
            }
        }
        return located;
    }

    /** Whether a set has something for a parameter. */
    boolean has(CompiledSet set, int place) {
        return slots(set.shape())[place] != ABSENT;
    }

    /** What becomes of a constant. */
    Settled settle(int place, ValueSource.Constant constant) {
        Map<ValueSource, Settled> known = settled.get(place);
        Settled found = known.get(constant);
        if (found == null) {
            found = settle(parameter(place), constant.value(), constant.unit());
            if (known.size() < MOST_REMEMBERED) {
                known.put(constant, found);
            }
        }
        return found;
    }

    /** What becomes of a value in this unit, or in the parameter's where it is empty. Limits are held against it later. */
    static Settled settle(Parameter parameter, Object raw, Optional<String> unit) {
        Optional<Object> converted = Conversion.into(parameter, raw, unit);
        if (converted.isEmpty()) {
            return noConversion(unit, parameter.unit());
        }
        Optional<Object> value = ValueFit.canonical(parameter, converted.get());
        if (value.isEmpty()) {
            String wanted = ValueFit.typeProblem(parameter, converted.get()).orElse("");
            return new Settled.Misfit(MatchCode.WRONG_TYPE, Map.of("value", converted.get(), "wanted", wanted));
        }
        Optional<String> target = parameter.nodeUnit();
        return Conversion.between(value.get(), target.isEmpty() ? target : parameter.unit(), target)
                .<Settled>map(nodeValue ->
                        new Settled.Fits(value.get(), nodeValue, ValueFit.withinLimits(parameter, value.get())))
                .orElseGet(() -> noConversion(parameter.unit(), target));
    }

    private static Settled noConversion(Optional<String> from, Optional<String> to) {
        return new Settled.Misfit(MatchCode.NO_CONVERSION, Map.of("unit", from.orElse(""), "target", to.orElse("")));
    }
}
