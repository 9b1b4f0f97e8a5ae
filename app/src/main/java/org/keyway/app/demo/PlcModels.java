package org.keyway.app.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.HandoverSettings;
import org.keyway.profile.HandoverSettings.Encoding;
import org.keyway.profile.HandoverSettings.Level;
import org.keyway.profile.HandoverSettings.Verify;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.WorkshopContent;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.simulator.plc.PlcSettings;
import org.keyway.simulator.plc.PlcSettings.Span;

/** What the PLCs are that fetch their jobs: each knows the parameters of its machine profile, with their limits. */
final class PlcModels {
    private static final String NAMESPACE = "urn:keyway:ua:machines";
    private static final Duration SCAN = Duration.ofMillis(50);
    private static final Duration MACHINING = Duration.ofSeconds(3);

    private PlcModels() {}

    static List<FetchingPlc.Setup> of(WorkshopContent workshop) {
        return workshop.machines().stream()
                .flatMap(machine -> setup(machine.id(), CellModels.profile(workshop, machine)).stream())
                .toList();
    }

    private static Optional<FetchingPlc.Setup> setup(String machine, MachineProfile profile) {
        return profile.handover()
                .map(handover -> new FetchingPlc.Setup(
                        NAMESPACE,
                        machine + "/Handover/",
                        PlcSettings.of(handover.verify() == Verify.ECHO, limits(profile)),
                        handover.level() == Level.BASIC,
                        handover.encoding() == Encoding.FLOAT,
                        SCAN,
                        MACHINING));
    }

    private static Map<Integer, Span> limits(MachineProfile profile) {
        Map<Integer, Span> limits = new HashMap<>();
        for (Parameter parameter : profile.parameters()) {
            Span span = new Span(limit(parameter.min(), 0), limit(parameter.max(), 1));
            HandoverSettings.parameterNo(parameter.node()).ifPresent(no -> limits.put(no, span));
        }
        return limits;
    }

    private static double limit(Optional<BigDecimal> limit, double otherwise) {
        return limit.map(BigDecimal::doubleValue).orElse(otherwise);
    }
}
