package org.keyway.opcua.model.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which further models are loaded.
 *
 * @param folders of NodeSet2 files
 */
public record ModelConfiguration(List<Path> folders) {
    /** The program's own models alone. */
    public static final ModelConfiguration OWN = new ModelConfiguration(List.of());

    public ModelConfiguration {
        folders = List.copyOf(folders);
    }

    /** The program's own models, and those of a folder where there is one. */
    public static ModelConfiguration in(Path folder) {
        return Files.isDirectory(folder) ? new ModelConfiguration(List.of(folder)) : OWN;
    }
}
