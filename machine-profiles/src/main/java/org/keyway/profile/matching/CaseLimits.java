package org.keyway.profile.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyway.profile.Limit;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.ValueLimits;
import org.keyway.profile.ValueLimits.Layer;

/** The limits of every parameter of a profile in one case, in the order of the profile. */
final class CaseLimits {
    private final MachineProfile profile;
    private final List<ValueLimits> limits;

    private CaseLimits(MachineProfile profile, List<ValueLimits> limits) {
        this.profile = profile;
        this.limits = List.copyOf(limits);
    }

    /** What somebody declared. */
    record Declared(Layer layer, String of, Map<String, Limit> limits) {}

    /** The profile's own. */
    static CaseLimits of(MachineProfile profile) {
        return new CaseLimits(
                profile,
                profile.parameters().stream()
                        .map(parameter -> ValueLimits.of(parameter.min(), parameter.max(), Layer.PROFILE, profile.id()))
                        .toList());
    }

    ValueLimits at(int place) {
        return limits.get(place);
    }

    /** Whether a value is within them; for the profile's own that was found out when the value was settled. */
    @SuppressWarnings("ReferenceEquality") // the profile's own are one object
    boolean allow(int place, Settled.Fits fits, ProfilePlan plan) {
        return this == plan.limits()
                ? fits.withinProfile()
                : at(place).forbids(fits.value()).isEmpty();
    }

    /** Narrowed by what others declare; what they declare wider changes nothing. */
    CaseLimits narrowedBy(List<Declared> declared) {
        List<ValueLimits> narrowed = new ArrayList<>(limits);
        for (Declared by : declared) {
            for (int place = 0; place < narrowed.size(); place++) {
                Parameter parameter = profile.parameters().get(place);
                Limit limit = by.limits().get(parameter.name());
                if (limit != null) {
                    narrowed.set(place, narrowed.get(place).narrowedBy(in(parameter, limit, by)));
                }
            }
        }
        return new CaseLimits(profile, narrowed);
    }

    private static ValueLimits in(Parameter parameter, Limit limit, Declared by) {
        return ValueFit.limitsOf(parameter, limit, by.layer(), by.of())
                .orElseThrow(() -> new IllegalStateException("a limit in a unit that was refused at import"));
    }
}
