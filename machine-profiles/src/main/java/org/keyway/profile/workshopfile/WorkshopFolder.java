package org.keyway.profile.workshopfile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.sheet.SheetFile;

/** Finds workshop files below folders, sorted by path. */
public final class WorkshopFolder {
    private static final long MOST_BYTES = 10_000_000;
    private static final int DEEPEST = 8;

    private WorkshopFolder() {}

    /** What was found. */
    public record Found(List<WorkshopFile> files, List<ImportProblem> problems) {
        public Found {
            files = List.copyOf(files);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads each path: a file, or a folder with files of any name that end in yaml, yml, json, csv or xlsx.
     *
     * @throws IOException when a file can't be read
     */
    public static Found read(List<Path> paths) throws IOException {
        return read(paths, Optional.empty());
    }

    /**
     * Reads each path.
     *
     * @param profile the machine profile that tables are for; where it is empty they say it themselves
     * @throws IOException when a file can't be read
     */
    public static Found read(List<Path> paths, Optional<String> profile) throws IOException {
        Problems problems = new Problems();
        List<WorkshopFile> files = new ArrayList<>();
        for (Path path : paths) {
            List<Path> below = filesBelow(path);
            if (below.isEmpty()) {
                problems.add(path.toString(), 0, ImportCode.NO_FILES, Map.of("path", path));
            }
            for (Path file : below) {
                read(file, profile, files, problems);
            }
        }
        return new Found(files, problems.sorted());
    }

    private static List<Path> filesBelow(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> below = Files.walk(path, DEEPEST)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> file.equals(path) || file.toString().matches(".*\\.(ya?ml|json|csv|xlsx)"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, Optional<String> profile, List<WorkshopFile> files, Problems problems)
            throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            problems.add(file.toString(), 0, ImportCode.TOO_LARGE, Map.of("limit", MOST_BYTES));
            return;
        }
        Optional<SheetFile.Format> sheet = SheetFile.Format.ofName(file.toString());
        if (sheet.isPresent()) {
            SheetFile.Content content = SheetFile.read(sheet.get(), Files.readAllBytes(file));
            files.add(new WorkshopSheet(file.toString(), content, profile));
            return;
        }
        try {
            files.add(new WorkshopText(file.toString(), Files.readString(file)));
        } catch (CharacterCodingException e) {
            problems.add(file.toString(), 0, ImportCode.NOT_YAML, Map.of("reason", "not UTF-8"));
        }
    }
}
