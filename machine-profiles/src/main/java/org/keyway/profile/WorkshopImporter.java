package org.keyway.profile;

import java.util.List;
import java.util.Map;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.workshopfile.WorkshopFile;

/** Takes workshop files in, all or nothing. */
public interface WorkshopImporter {
    /**
     * Imports files over what is in the store, and puts the result in force.
     *
     * @param variables the values of <code>${NAME}</code> in texts
     */
    Outcome importFiles(List<? extends WorkshopFile> files, Map<String, String> variables, ImportTerms terms);

    /**
     * Imports files that somebody asks for, for no reason that he told.
     *
     * @param release whether new versions of parameter sets are released at once, or stay drafts
     * @param author who is to stand in the records
     */
    default Outcome importFiles(
            List<? extends WorkshopFile> files, Map<String, String> variables, boolean release, String author) {
        ImportTerms.Sets sets = release ? ImportTerms.Sets.RELEASE : ImportTerms.Sets.DRAFT;
        return importFiles(files, variables, new ImportTerms(sets, author, "import"));
    }

    /**
     * Imports the files of a configuration, as at every start: a set is released only where its file has really changed, so
     * that a start never undoes what people released since.
     */
    default Outcome importConfigured(List<? extends WorkshopFile> files, Map<String, String> variables) {
        return importFiles(
                files, variables, new ImportTerms(ImportTerms.Sets.RELEASE_IF_NEW, "configuration", "import at start"));
    }

    /** Reads the workshop from the store and puts it in force. */
    void load();

    /** What came of an import. */
    sealed interface Outcome {
        /**
         * Nothing was changed until somebody confirms that it is meant: parts would get other values, or none.
         *
         * @param changes not all when there are many
         */
        record Unconfirmed(List<ReleaseImpact.Change> changes) implements Outcome {
            public Unconfirmed {
                changes = List.copyOf(changes);
            }
        }

        /**
         * Everything is in the store.
         *
         * @param things how many things are new or changed
         * @param sets how many of them are parameter sets
         */
        record Imported(int things, int sets) implements Outcome {}

        /** Nothing was changed; every problem, by file and line. */
        record Refused(List<ImportProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
