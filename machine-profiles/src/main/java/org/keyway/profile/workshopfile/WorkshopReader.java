package org.keyway.profile.workshopfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.WorkshopContent;

/** Reads workshop files over what is in the store already. */
public final class WorkshopReader {
    private static final int MOST_CHARACTERS = 10_000_000;
    private static final int MOST_FILES = 10_000;

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Nothing is wrong.
         *
         * @param content everything that there will be, but of sets only those in the files
         * @param changes what of it is new or differs from the store
         * @param places where each set stands, by its id
         */
        record Understood(WorkshopContent content, WorkshopContent changes, Map<String, Place> places)
                implements Outcome {
            public Understood {
                places = Map.copyOf(places);
            }
        }

        /** A line of a file, from 1. */
        record Place(String file, int line) {}

        /** Every problem, by file and line. */
        record Wrong(List<ImportProblem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    private WorkshopReader() {}

    /**
     * Reads the files.
     *
     * @param stored what is in the store; what the files say takes its place, by kind and id
     * @param variables the values of <code>${NAME}</code>
     */
    public static Outcome read(
            List<? extends WorkshopFile> files, Map<String, String> variables, StoredWorkshop stored) {
        Problems problems = new Problems();
        Draft draft = new Draft(stored.things());
        if (files.size() > MOST_FILES) {
            problems.add("", 0, ImportCode.TOO_LARGE, Map.of("limit", MOST_FILES));
            return new Outcome.Wrong(problems.sorted());
        }
        for (WorkshopFile file : files) {
            if (file instanceof WorkshopText text) {
                readText(text, variables, problems, draft);
            }
        }
        // Sheets are read by what their machine profiles say, which may stand in the other files.
        for (WorkshopFile file : files) {
            if (file instanceof WorkshopSheet sheet) {
                new SheetReader(sheet, problems, draft).read();
            }
        }
        draft.sets.over(stored.sets().apply(draft.sets.readIds()), ParameterSet::id);
        new WorkshopChecks(draft, stored).run();
        stored.clashes().ifPresent(check -> ReleaseClashes.report(draft, check.apply(draft.content())));
        return problems.isEmpty()
                ? new Outcome.Understood(draft.content(), draft.changes(), draft.setPlaces())
                : new Outcome.Wrong(problems.sorted());
    }

    private static void readText(WorkshopText file, Map<String, String> variables, Problems problems, Draft draft) {
        if (file.content().length() > MOST_CHARACTERS) {
            problems.add(file.file(), 0, ImportCode.TOO_LARGE, Map.of("limit", MOST_CHARACTERS));
            return;
        }
        FileContext context = new FileContext(file.file(), variables, problems, Optional.empty());
        DocumentReader documents = new DocumentReader(draft);
        for (Document document : new YamlReader(context).read(file)) {
            documents.read(new Fields(context, document.root()));
        }
    }
}
