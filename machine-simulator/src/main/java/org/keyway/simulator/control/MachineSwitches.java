package org.keyway.simulator.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keyway.simulator.SimulatedMachine;
import org.keyway.simulator.fault.Fault;
import org.keyway.simulator.server.SimulatedCell;

/** Reads and turns the switches of machines; answers what the machine is then. */
final class MachineSwitches {
    private final SimulatedCell cell;

    MachineSwitches(SimulatedCell cell) {
        this.cell = cell;
    }

    List<Map<String, Object>> all() {
        return cell.machines().stream().map(MachineSwitches::shown).toList();
    }

    Map<String, Object> change(String id, Query query) {
        SimulatedMachine machine = machine(id);
        query.text("state").ifPresent(machine::setState);
        query.text("mode").ifPresent(machine::setMode);
        query.number("cycleTime").map(MachineSwitches::seconds).ifPresent(machine::setCycleTime);
        query.number("acceptDelay").map(MachineSwitches::seconds).ifPresent(machine::setAcceptDelay);
        return shown(machine);
    }

    private static Duration seconds(double seconds) {
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new IllegalArgumentException("seconds must be from 0 to 86400, not " + seconds);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    Map<String, Object> arm(String id, Query query) {
        SimulatedMachine machine = machine(id);
        machine.faults()
                .arm(new Fault(
                        choice(Fault.Kind.class, query.text("kind").orElse("")),
                        query.text("node").orElse(""),
                        choice(Fault.Operation.class, query.text("operation").orElse("ANY")),
                        query.whole("after").orElse(0),
                        query.whole("times").orElse(Fault.FOREVER),
                        query.number("argument").orElse(0.0)));
        return shown(machine);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + word + "' is none of " + List.of(type.getEnumConstants()), e);
        }
    }

    Map<String, Object> clear(String id) {
        SimulatedMachine machine = machine(id);
        machine.faults().clear();
        return shown(machine);
    }

    private SimulatedMachine machine(String id) {
        return cell.machine(id).orElseThrow(() -> new IllegalArgumentException("there is no machine " + id));
    }

    private static Map<String, Object> shown(SimulatedMachine machine) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", machine.model().id());
        for (String path : List.of(
                "Machine/State",
                "Machine/Mode",
                "Machine/Program",
                "Stage/JobId",
                "Stage/JobReady",
                "Stage/DoneJobId")) {
            shown.put(path, machine.memory().get(path));
        }
        shown.put("parts", machine.machined().size());
        shown.put("faults", machine.faults().armed());
        shown.put("strikes", machine.faults().strikes());
        return shown;
    }
}
