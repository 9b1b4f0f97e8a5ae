package org.keyway.profile.matching;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyway.identifier.ProductRegistry;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopContent;
import org.keyway.profile.WorkshopSource;

/** The workshop in force. Readers take it with one volatile read; a new one takes its place whole. */
@Singleton
public final class CurrentWorkshop implements WorkshopSource, ProductRegistry, ParameterMatcher {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile CompiledWorkshop inForce = new CompiledWorkshop(WorkshopContent.EMPTY, List.of());

    @Inject
    public CurrentWorkshop() {}

    /** Puts a workshop in force and tells the listeners. */
    public void replace(WorkshopContent content, List<ParameterSet.Stored> released) {
        inForce = new CompiledWorkshop(content, released);
        listeners.forEach(Runnable::run);
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
