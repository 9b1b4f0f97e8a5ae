package org.keyway.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.sheet.SheetFile;
import org.keyway.profile.workshopfile.SetSheets;
import org.keyway.profile.workshopfile.WorkshopWriter;

/** A workshop as files of one format. */
final class ExportFiles {
    private ExportFiles() {}

    /** How parameter sets are written. */
    enum Format {
        YAML,
        CSV,
        XLSX
    }

    /** The files by name; imported together they give the same workshop. */
    static Map<String, byte[]> of(WorkshopContent content, Format format) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (format == Format.YAML) {
            WorkshopWriter.write(content).forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
            return files;
        }
        SetSheets sheets = new SetSheets(content.machines(), content.profiles());
        Map<String, List<ParameterSet>> byProfile = new TreeMap<>();
        List<ParameterSet> homeless = new ArrayList<>();
        for (ParameterSet set : content.sets()) {
            sheets.reached(set).stream()
                    .findFirst()
                    .ifPresentOrElse(
                            profile -> byProfile
                                    .computeIfAbsent(profile, unused -> new ArrayList<>())
                                    .add(set),
                            () -> homeless.add(set));
        }
        // A set that reaches no machine has no table that it could stand in.
        WorkshopWriter.write(withSets(content, homeless))
                .forEach((name, text) -> files.put(name, text.getBytes(UTF_8)));
        SheetFile.Format kind = format == Format.CSV ? SheetFile.Format.CSV : SheetFile.Format.XLSX;
        for (MachineProfile profile : content.profiles()) {
            List<ParameterSet> sets = byProfile.getOrDefault(profile.id(), List.of());
            if (!sets.isEmpty()) {
                String name = "sets-%d-%s.%s".formatted(files.size(), safe(profile.id()), kind.extension());
                files.put(name, sheets.write(kind, profile, sets));
            }
        }
        return files;
    }

    private static WorkshopContent withSets(WorkshopContent content, List<ParameterSet> sets) {
        return new WorkshopContent(
                content.families(),
                content.products(),
                content.profiles(),
                content.stations(),
                content.machines(),
                sets);
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
