package org.keyway.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopText;

/** One import at a time: read over the stored workshop, keep the changes, put the result in force. */
@Singleton
final class WorkshopImport implements WorkshopImporter {
    private final WorkshopStore store;
    private final CurrentWorkshop current;
    private final WorkshopRefresh refresh;
    private boolean loaded;

    @Inject
    WorkshopImport(WorkshopStore store, CurrentWorkshop current, WorkshopRefresh refresh) {
        this.store = store;
        this.current = current;
        this.refresh = refresh;
    }

    @Override
    public synchronized Outcome importFiles(
            List<WorkshopText> files, Map<String, String> variables, boolean release, String author) {
        if (!loaded) {
            // What the files leave unchanged must be in force too.
            load();
        }
        StoredWorkshop stored =
                new StoredWorkshop(store.things(), store::newest, current.names(), current.precedence());
        WorkshopReader.Outcome read = WorkshopReader.read(files, variables, stored);
        if (read instanceof WorkshopReader.Outcome.Wrong wrong) {
            return new Outcome.Refused(wrong.problems());
        }
        return keep(((WorkshopReader.Outcome.Understood) read).changes(), release, author);
    }

    private Outcome keep(WorkshopContent changes, boolean release, String author) {
        store.save(changes, release, author);
        List<String> ids = changes.sets().stream().map(ParameterSet::id).toList();
        int sets = changes.sets().size();
        int others = changes.families().size()
                + changes.products().size()
                + changes.profiles().size()
                + changes.stations().size()
                + changes.machines().size();
        if (others > 0) {
            refresh.thingsAndSets(ids);
        } else {
            refresh.sets(ids);
        }
        return new Outcome.Imported(sets + others, sets);
    }

    @Override
    public synchronized void load() {
        refresh.everything();
        loaded = true;
    }
}
