package org.keyway.job.desk;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.matching.CurrentWorkshop;

/** A matcher after whose answers something happens before they are acted upon. */
final class Interruptions extends AbstractModule {
    private final Queue<Runnable> awaited = new ConcurrentLinkedQueue<>();

    /** Has these things happen, each after one of the next matches. */
    void await(Runnable... events) {
        awaited.addAll(List.of(events));
    }

    @Override
    protected void configure() {
        Provider<CurrentWorkshop> workshop = getProvider(CurrentWorkshop.class);
        bind(ParameterMatcher.class).toInstance(request -> interrupted(workshop.get(), request));
    }

    private MatchResult interrupted(ParameterMatcher matcher, MatchRequest request) {
        MatchResult result = matcher.match(request);
        Optional.ofNullable(awaited.poll()).ifPresent(Runnable::run);
        return result;
    }
}
