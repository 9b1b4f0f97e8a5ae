package org.keyway.profile.workshopfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.ImportProblem;

/** Collects everything that is wrong, up to a number that nobody reads to the end. */
final class Problems {
    private static final int MOST = 1000;
    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", Problems.class.getClassLoader());

    private final List<ImportProblem> found = new ArrayList<>();

    void add(String file, int line, ImportCode code, Map<String, ?> facts) {
        add(file, line, Optional.empty(), code, facts);
    }

    void add(String file, int line, Optional<String> cell, ImportCode code, Map<String, ?> facts) {
        if (found.size() < MOST) {
            found.add(new ImportProblem(file, line, cell, code.code(), sentence(code, facts)));
        }
    }

    static Message sentence(ImportCode code, Map<String, ?> facts) {
        return SENTENCES.message(code.code(), facts);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file and line, within a row from the left; what is wrong for several profiles in the same words is one problem. */
    List<ImportProblem> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(ImportProblem::file)
                        .thenComparing(ImportProblem::line)
                        .thenComparing(
                                problem -> problem.cell().map(String::length).orElse(0))
                        .thenComparing(problem -> problem.cell().orElse("")))
                .toList();
    }
}
