package org.keyway.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keyway.profile.ArrayBounds;
import org.keyway.profile.Machine;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.Parameter;
import org.keyway.profile.WorkshopContent;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.MachineModel.MeasurementModel;
import org.keyway.simulator.MachineModel.ParameterModel;
import org.keyway.simulator.ValueKind;

/** Makes simulated machines from machine profiles, and from what a profile can't know: power, time, geometry. */
final class CellModels {
    private static final String STAGE = ";s=Stage/";
    private static final Duration ACCEPT_DELAY = Duration.ofMillis(40);

    private final Document document;

    CellModels(Document document) {
        this.document = document;
    }

    record Document(Map<String, Entry> machines) {}

    record Entry(double kilowatts, String cycleTime, Map<String, MeasurementEntry> measurements) {}

    record MeasurementEntry(double base, Map<String, Double> factors, double noise) {}

    List<MachineModel> of(WorkshopContent workshop) {
        return workshop.machines().stream()
                .filter(machine -> profile(workshop, machine).handover().isEmpty())
                .map(machine -> model(machine, profile(workshop, machine)))
                .toList();
    }

    static MachineProfile profile(WorkshopContent workshop, Machine machine) {
        return workshop.profiles().stream()
                .filter(profile -> profile.id().equals(machine.profile()))
                .findFirst()
                .orElseThrow();
    }

    private MachineModel model(Machine machine, MachineProfile profile) {
        Entry entry = document.machines().get(machine.id());
        if (entry == null) {
            throw new IllegalStateException("the demo workshop does not say how to simulate " + machine.id());
        }
        return new MachineModel(
                machine.id(),
                profile.written().stream().map(CellModels::parameter).toList(),
                entry.measurements().entrySet().stream()
                        .map(named -> new MeasurementModel(
                                named.getKey(),
                                named.getValue().base(),
                                named.getValue().factors(),
                                named.getValue().noise()))
                        .toList(),
                ACCEPT_DELAY,
                Duration.parse("PT" + entry.cycleTime()),
                entry.kilowatts());
    }

    private static ParameterModel parameter(Parameter parameter) {
        String node = parameter.node();
        String name = node.substring(node.indexOf(STAGE) + STAGE.length());
        return new ParameterModel(
                name,
                ValueKind.valueOf(parameter.type().name()),
                parameter.array().map(ArrayBounds::most).orElse(0));
    }
}
