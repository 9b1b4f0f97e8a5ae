package org.keyway.app.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keyway.app.config.ConfigurationException;
import org.keyway.app.config.IdentifierFile;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Message;
import org.keyway.profile.Station;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.simulator.MachineModel;
import org.keyway.simulator.plc.FetchingPlc;
import org.keyway.terminal.page.Label;
import org.keyway.terminal.page.LabelSheet;

/** An engine workshop to try everything with. */
public final class DemoWorkshop {
    private static final List<String> MACHINE_FILES = List.of("stations.yaml", "profiles.yaml", "machines.yaml");
    private static final List<String> PRODUCT_FILES = List.of("families.yaml", "products.yaml");
    private static final List<String> CLASSES = List.of("hmc", "hon", "crg", "cam", "rod", "hed", "las", "trq", "nr");

    private DemoWorkshop() {}

    /** The workshop files; their variable {@code CELL_PORT} is the port of the simulated cell. */
    public static List<WorkshopText> files() {
        return texts(Stream.of(
                        PRODUCT_FILES.stream(),
                        MACHINE_FILES.stream(),
                        CLASSES.stream().map(name -> "sets-" + name + ".yaml"))
                .flatMap(names -> names));
    }

    private static List<WorkshopText> texts(Stream<String> names) {
        return names.map(name -> new WorkshopText(name, new DemoFile(name).text()))
                .toList();
    }

    /** What the workshop decided about its labels. */
    public static IdentifierConfiguration identifier() throws ConfigurationException {
        return IdentifierFile.parse("identifier.yaml", new DemoFile("identifier.yaml").text());
    }

    /** Simulated machines that fit the workshop's machine profiles, but for those whose PLC comes to us. */
    public static List<MachineModel> machines() {
        return new CellModels(new DemoFile("simulator.yaml").as(CellModels.Document.class)).of(floor());
    }

    /** PLCs that fit the profiles of the machines that fetch their jobs. */
    static List<FetchingPlc.Setup> plcs() {
        return PlcModels.of(floor());
    }

    private static WorkshopContent floor() {
        // Stations name families of tools.
        Stream<String> names = Stream.concat(Stream.of("families.yaml"), MACHINE_FILES.stream());
        var outcome = WorkshopReader.read(texts(names), Map.of("CELL_PORT", "1"), StoredWorkshop.EMPTY);
        if (outcome instanceof WorkshopReader.Outcome.Understood understood) {
            return understood.content();
        }
        throw new IllegalStateException("the demo workshop is wrong: " + outcome);
    }

    /** Labels that end well, and labels that don't. */
    public static LabelSheet labels() {
        return new LabelSheet(new DemoFile("labels.yaml")
                .as(LabelDocument.class).labels().stream()
                        .map(LabelEntry::label)
                        .toList());
    }

    /** The labels that end well, one of each station first, so that machines can be tried without waiting for them. */
    public static List<Label> goodLabels() {
        Map<String, Integer> seen = new HashMap<>();
        Map<Integer, List<Label>> rounds = new TreeMap<>();
        for (Label label : labels().labels()) {
            if (label.expect().equals("good")) {
                int round = seen.merge(label.station(), 1, Integer::sum);
                rounds.computeIfAbsent(round, first -> new ArrayList<>()).add(label);
            }
        }
        return rounds.values().stream().flatMap(List::stream).toList();
    }

    /** The good labels of stations where one scan makes a job. */
    public static List<Label> singleScanLabels(Workshop workshop) {
        return goodLabels().stream()
                .filter(label -> workshop.station(label.station())
                        .flatMap(Station::sequence)
                        .isEmpty())
                .toList();
    }

    private record LabelDocument(List<LabelEntry> labels) {}

    private record LabelEntry(
            String id, String station, String kind, String symbology, String data, Caption caption, String expect) {
        Label label() {
            return new Label(id, station, kind, symbology, data, new Message(caption.en(), caption.zh()), expect);
        }
    }

    private record Caption(String en, String zh) {}
}
