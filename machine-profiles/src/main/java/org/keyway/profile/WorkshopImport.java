package org.keyway.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.coverage.ReleaseImpact;
import org.keyway.profile.coverage.WorkshopImpact;
import org.keyway.profile.life.Publication;
import org.keyway.profile.life.VersionRecord;
import org.keyway.profile.matching.ClashCheck;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.store.WorkshopStore;
import org.keyway.profile.workshopfile.StoredWorkshop;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopReader;
import org.keyway.profile.workshopfile.WorkshopReader.Outcome.Place;

/** One import at a time, when it has been read: judge it over the stored workshop, keep the changes, put the result in force. */
@Singleton
final class WorkshopImport implements WorkshopImporter {
    private static final String BEING_EDITED = "KW-SET-014";
    private static final MessageCatalogue SENTENCES =
            MessageCatalogue.load("org.keyway.profile.messages", WorkshopImport.class.getClassLoader());

    private final WorkshopStore store;
    private final CurrentWorkshop current;
    private final Publication publication;
    private final WorkshopImpact impact;
    private final Clock clock;
    private boolean loaded;

    @Inject
    WorkshopImport(
            WorkshopStore store, CurrentWorkshop current, Publication publication, WorkshopImpact impact, Clock clock) {
        this.store = store;
        this.current = current;
        this.publication = publication;
        this.impact = impact;
        this.clock = clock;
    }

    @Override
    public Outcome importFiles(List<? extends WorkshopFile> files, Map<String, String> variables, ImportTerms terms) {
        // Large files are read while others go on releasing.
        WorkshopReader reader = WorkshopReader.opened(files, variables, store::things);
        return publication.inTurn(() -> inTurn(reader, terms));
    }

    private Outcome inTurn(WorkshopReader reader, ImportTerms terms) {
        if (!loaded) {
            // What the files leave unchanged must be in force too.
            load();
        }
        Optional<Function<WorkshopContent, ClashCheck>> clashes = terms.sets() == ImportTerms.Sets.DRAFT
                ? Optional.empty()
                : Optional.of(things -> current.clashesAmong(things, clock.instant()));
        StoredWorkshop stored = new StoredWorkshop(
                store.things(), store::newest, current.names(), current.precedence(), clashes, current.uses());
        WorkshopReader.Outcome read = reader.judged(stored);
        if (read instanceof WorkshopReader.Outcome.Wrong wrong) {
            return new Outcome.Refused(wrong.problems());
        }
        WorkshopReader.Outcome.Understood understood = (WorkshopReader.Outcome.Understood) read;
        List<ReleaseImpact.Change> effects = terms.asks() ? effects(understood, terms) : List.of();
        return effects.isEmpty() ? keep(understood, terms) : new Outcome.Unconfirmed(effects);
    }

    private List<ReleaseImpact.Change> effects(WorkshopReader.Outcome.Understood understood, ImportTerms terms) {
        WorkshopContent after = understood.content();
        return impact.of(
                understood.changes(), terms.sets() == ImportTerms.Sets.DRAFT ? after.withSets(List.of()) : after);
    }

    private Outcome keep(WorkshopReader.Outcome.Understood understood, ImportTerms terms) {
        WorkshopContent changes = understood.changes();
        // The newest version may be a draft: what equals it may still have to be released.
        WorkshopContent asked = terms.sets() == ImportTerms.Sets.RELEASE
                ? changes.withSets(understood.content().sets())
                : changes;
        WorkshopStore.Saved saved = store.save(asked, terms);
        if (saved instanceof WorkshopStore.Saved.InTheWay inTheWay) {
            return new Outcome.Refused(inTheWay.open().stream()
                    .map(open -> problem(open, understood.places()))
                    .toList());
        }
        List<String> sets = ((WorkshopStore.Saved.Kept) saved).sets();
        int others = changes.families().size()
                + changes.products().size()
                + changes.profiles().size()
                + changes.stations().size()
                + changes.machines().size();
        if (others > 0) {
            publication.thingsAnd(sets);
        } else {
            publication.sets(sets);
        }
        return new Outcome.Imported(sets.size() + others, sets.size());
    }

    private static ImportProblem problem(VersionRecord open, Map<String, Place> places) {
        Place place = places.getOrDefault(open.set().id(), new Place("", 0));
        Map<String, Object> facts =
                Map.of("version", open.name(), "by", open.changed().by());
        return new ImportProblem(
                place.file(), place.line(), Optional.empty(), BEING_EDITED, SENTENCES.message(BEING_EDITED, facts));
    }

    @Override
    public void load() {
        publication.inTurn(() -> {
            publication.all();
            loaded = true;
            return loaded;
        });
    }
}
