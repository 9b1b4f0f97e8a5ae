package org.keyway.opcua.model.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keyway.opcua.model.Model;
import org.keyway.opcua.model.ModelCode;
import org.keyway.opcua.model.ModelProblem;
import org.keyway.opcua.model.nodeset.NodeSetOutcome;
import org.keyway.opcua.model.nodeset.NodeSetReader;

/** The NodeSet2 files in a folder, {@code *.xml} in the order of their names. */
final class ModelFolder {
    private final List<Found> models = new ArrayList<>();
    private final List<ModelProblem> problems = new ArrayList<>();

    /** A model and the file that it is from. */
    record Found(Model model, String file) {}

    private ModelFolder() {}

    static ModelFolder read(Path folder) {
        ModelFolder read = new ModelFolder();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".xml"))
                    .sorted()
                    .forEach(read::take);
        } catch (IOException e) {
            read.problems.add(new ModelProblem(
                    ModelCode.FOLDER_UNREADABLE,
                    folder.toString(),
                    0,
                    e.getClass().getSimpleName()));
        }
        return read;
    }

    private void take(Path file) {
        NodeSetOutcome outcome = NodeSetReader.read(file);
        if (outcome instanceof NodeSetOutcome.Read read) {
            read.models().forEach(model -> models.add(new Found(model, String.valueOf(file.getFileName()))));
            problems.addAll(read.remarks());
        } else if (outcome instanceof NodeSetOutcome.Refused refused) {
            problems.add(refused.problem());
        }
    }

    List<Found> models() {
        return models;
    }

    List<ModelProblem> problems() {
        return problems;
    }
}
