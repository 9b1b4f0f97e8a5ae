package org.keyway.profile.matching;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.ProductRegistry;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.PartCounts;
import org.keyway.profile.ReleasedSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.WorkshopSource;

/** The workshop in force. Readers take it with one volatile read; a new one takes its place whole. */
@Singleton
public final class CurrentWorkshop implements WorkshopSource, ProductRegistry, ParameterMatcher {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<SetListener> setListeners = new CopyOnWriteArrayList<>();
    private final Precedence precedence;
    private final PartCounts counts;
    private volatile CompiledWorkshop inForce;

    @Inject
    public CurrentWorkshop(Precedence precedence, PartCounts counts) {
        this.precedence = precedence;
        this.counts = counts;
        FormulaNames names = FormulaNames.of(List.of(), List.of());
        WorkshopSnapshot nothing = new WorkshopSnapshot(WorkshopContent.EMPTY);
        inForce = new CompiledWorkshop(nothing, SetIndex.of(List.of(), precedence), new FormulaCache(names), counts);
    }

    /** Puts a workshop in force, all of it anew, and tells the listeners. */
    public synchronized void replace(WorkshopContent things, ReleasedSets released) {
        SetIndex.Builder index = new SetIndex.Builder(released.count(), precedence);
        FormulaNames.Gatherer names = new FormulaNames.Gatherer(things.products(), things.stations());
        released.each(set -> {
            index.add(set);
            names.learn(set.set());
        });
        publish(
                new CompiledWorkshop(
                        new WorkshopSnapshot(things), index.build(), new FormulaCache(names.names()), counts),
                Optional.empty());
    }

    /** Puts other things in force, and other versions of some sets; sets that are not named stay as they are. */
    public synchronized void change(WorkshopContent things, Collection<String> ids, Collection<ReleasedSet> now) {
        if (inForce.snapshot().isOf(things)) {
            // Then whoever follows the workshop needs to look at these sets alone.
            release(ids, now);
            return;
        }
        SetIndex sets = ids.isEmpty() ? inForce.sets() : inForce.sets().with(ids, now);
        FormulaNames.Gatherer names = new FormulaNames.Gatherer(things.products(), things.stations());
        names.learn(inForce.names());
        now.forEach(set -> names.learn(set.set()));
        publish(
                new CompiledWorkshop(new WorkshopSnapshot(things), sets, new FormulaCache(names.names()), counts),
                Optional.empty());
    }

    /** Puts other versions of some sets in force; ids without a version are gone. */
    public synchronized void release(Collection<String> ids, Collection<ReleasedSet> now) {
        CompiledWorkshop before = inForce;
        publish(
                before.with(
                        ids.isEmpty() ? before.sets() : before.sets().with(ids, now),
                        before.names().with(now)),
                Optional.of(List.copyOf(ids)));
    }

    private void publish(CompiledWorkshop next, Optional<Collection<String>> ids) {
        inForce = next;
        WorkshopView now = new WorkshopView(next);
        setListeners.forEach(listener -> listener.changed(ids, now));
        listeners.forEach(Runnable::run);
    }

    /** Is told which sets a release changes. */
    public interface SetListener {
        /** Other versions of these sets are in force; where there are no ids, perhaps everything is other. */
        void changed(Optional<Collection<String>> ids, WorkshopView now);
    }

    /** Calls the listener after each import or release has taken effect, on the importer's thread. */
    public void onSetChange(SetListener listener) {
        setListeners.add(listener);
    }

    /** The state in force, for questions about many cases. */
    public WorkshopView view() {
        return new WorkshopView(inForce);
    }

    /** What would be in force with other things and the same sets. */
    public WorkshopView viewOf(WorkshopContent things) {
        CompiledWorkshop compiled = inForce;
        FormulaNames.Gatherer names = new FormulaNames.Gatherer(things.products(), things.stations());
        names.learn(compiled.names());
        return new WorkshopView(new CompiledWorkshop(
                new WorkshopSnapshot(things), compiled.sets(), new FormulaCache(names.names()), counts));
    }

    /** Whether so many releases have gathered that {@link #replace} would make the index small again. */
    public boolean wantsReplacing() {
        return inForce.sets().wantsRebuilding();
    }

    /** Finds what would clash with the released sets from an instant on. */
    public ClashCheck clashes(Instant now) {
        CompiledWorkshop compiled = inForce;
        return new ClashCheck(compiled.snapshot(), compiled.sets(), counts, now);
    }

    /** The same in a workshop of other things. */
    public ClashCheck clashesAmong(WorkshopContent things, Instant now) {
        return new ClashCheck(new WorkshopSnapshot(things), inForce.sets(), counts, now);
    }

    /** What the released sets lean on. */
    public ReleasedUses uses() {
        CompiledWorkshop compiled = inForce;
        return new ReleasedUses(compiled.snapshot(), compiled.sets(), compiled.formulas());
    }

    /** The names that formulas may use. */
    public FormulaNames names() {
        return inForce.names();
    }

    /** The order of precedence of this house. */
    public Precedence precedence() {
        return precedence;
    }

    @Override
    public Workshop current() {
        return inForce.snapshot();
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<RegisteredProduct> find(String key) {
        return inForce.snapshot().find(key);
    }

    @Override
    public List<Alias> aliases(String key) {
        return inForce.snapshot().aliases(key);
    }

    @Override
    public MatchResult match(MatchRequest request) {
        return inForce.match(request);
    }
}
