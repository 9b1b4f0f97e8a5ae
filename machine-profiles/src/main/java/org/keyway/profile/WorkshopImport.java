package org.keyway.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopReader;

/** One import at a time: read over the stored workshop, keep the changes, put the result in force. */
@Singleton
final class WorkshopImport implements WorkshopImporter {
    private final WorkshopStore store;
    private final CurrentWorkshop current;

    @Inject
    WorkshopImport(WorkshopStore store, CurrentWorkshop current) {
        this.store = store;
        this.current = current;
    }

    @Override
    public synchronized Outcome importFiles(
            List<? extends WorkshopFile> files, Map<String, String> variables, boolean release, String author) {
        StoredWorkshop stored =
                new StoredWorkshop(store.things(), store::newest, current.names(), current.precedence());
        WorkshopReader.Outcome read = WorkshopReader.read(files, variables, stored);
        if (read instanceof WorkshopReader.Outcome.Wrong wrong) {
            return new Outcome.Refused(wrong.problems());
        }
        return keep((WorkshopReader.Outcome.Understood) read, release, author);
    }

    private Outcome keep(WorkshopReader.Outcome.Understood understood, boolean release, String author) {
        WorkshopContent changes = understood.changes();
        store.save(changes, release, author);
        List<String> ids = changes.sets().stream().map(ParameterSet::id).toList();
        current.change(understood.content(), ids, store.released(ids));
        if (current.wantsReplacing()) {
            load();
        }
        int sets = changes.sets().size();
        int others = changes.families().size()
                + changes.products().size()
                + changes.profiles().size()
                + changes.stations().size()
                + changes.machines().size();
        return new Outcome.Imported(sets + others, sets);
    }

    @Override
    public synchronized void load() {
        current.replace(store.things(), store);
    }
}
