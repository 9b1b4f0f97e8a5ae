package org.keyway.profile.workshopfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.WorkshopContent;

/** Workshop files, read over what is in the store already. */
public final class WorkshopReader {
    private static final int MOST_CHARACTERS = 10_000_000;
    private static final int MOST_FILES = 10_000;

    private final List<? extends WorkshopFile> files;
    private final Map<String, String> variables;
    private final Problems problems = new Problems();
    private final boolean tables;
    private final WorkshopContent over;
    private final Draft draft;

    private WorkshopReader(
            List<? extends WorkshopFile> files, Map<String, String> variables, boolean tables, WorkshopContent over) {
        this.files = files;
        this.variables = variables;
        this.tables = tables;
        this.over = over;
        this.draft = new Draft(over);
    }

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

    /**
     * Reads the files, and judges them.
     *
     * @param stored what is in the store; what the files say takes its place, by kind and id
     * @param variables the values of <code>${NAME}</code>
     */
    public static Outcome read(
            List<? extends WorkshopFile> files, Map<String, String> variables, StoredWorkshop stored) {
        return opened(files, variables, stored::things).judged(stored);
    }

    /**
     * Reads the files as far as that needs no look at what others change meanwhile: all that takes long.
     *
     * @param things what is in the store but sets; asked for where there are tables, which are read by what their machine
     *     profiles say
     */
    public static WorkshopReader opened(
            List<? extends WorkshopFile> files, Map<String, String> variables, Supplier<WorkshopContent> things) {
        boolean tables = files.stream().anyMatch(WorkshopSheet.class::isInstance);
        WorkshopReader reader =
                new WorkshopReader(files, variables, tables, tables ? things.get() : WorkshopContent.EMPTY);
        reader.readFiles();
        return reader;
    }

    private boolean isTooMuch() {
        return files.size() > MOST_FILES;
    }

    private void readFiles() {
        if (isTooMuch()) {
            problems.add("", 0, ImportCode.TOO_LARGE, Map.of("limit", MOST_FILES));
            return;
        }
        for (WorkshopFile file : files) {
            if (file instanceof WorkshopText text) {
                readText(text);
            }
        }
        // Sheets are read by what their machine profiles say, which may stand in the other files.
        for (WorkshopFile file : files) {
            if (file instanceof WorkshopSheet sheet) {
                new SheetReader(sheet, problems, draft).read();
            }
        }
    }

    private void readText(WorkshopText file) {
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

    /** Judges what was read over what is in the store now; once. Tables of which the profiles changed are read anew. */
    public Outcome judged(StoredWorkshop stored) {
        if (tables && !over.equals(stored.things())) {
            return opened(files, variables, stored::things).judged(stored);
        }
        if (isTooMuch()) {
            return new Outcome.Wrong(problems.sorted());
        }
        draft.over(stored.things());
        draft.sets.over(stored.sets().apply(draft.sets.readIds()), ParameterSet::id);
        new WorkshopChecks(draft, stored).run();
        stored.clashes().ifPresent(check -> ReleaseClashes.report(draft, check.apply(draft.content())));
        return problems.isEmpty()
                ? new Outcome.Understood(draft.content(), draft.changes(), draft.setPlaces())
                : new Outcome.Wrong(problems.sorted());
    }
}
