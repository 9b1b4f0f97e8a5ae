package org.keyway.profile;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import org.keyway.identifier.ProductRegistry;
import org.keyway.identifier.pattern.PatternStore;
import org.keyway.identifier.resolution.AnswerCache;
import org.keyway.identifier.scanner.ScannerProfiles;
import org.keyway.profile.edit.WorkshopEditModule;
import org.keyway.profile.life.ParameterSetLifeModule;
import org.keyway.profile.matching.CurrentWorkshop;
import org.keyway.profile.matching.Precedence;
import org.keyway.profile.store.JdbiAnswerCache;
import org.keyway.profile.store.JdbiPatternStore;
import org.keyway.profile.store.JdbiScannerProfiles;
import org.keyway.profile.store.WorkshopStore;

/**
 * Wires the workshop: its store, its import, and the matcher. Needs a {@link
 * org.keyway.profile.store.DatabaseConfiguration} and a {@link java.time.Clock}.
 */
public final class ProfilesModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(WorkshopImporter.class).to(WorkshopImport.class);
        bind(WorkshopSource.class).to(CurrentWorkshop.class);
        bind(ProductRegistry.class).to(CurrentWorkshop.class);
        OptionalBinder.newOptionalBinder(binder(), AnswerCache.class)
                .setBinding()
                .to(JdbiAnswerCache.class);
        OptionalBinder.newOptionalBinder(binder(), Precedence.class)
                .setDefault()
                .toInstance(Precedence.DEFAULT);
        OptionalBinder.newOptionalBinder(binder(), PartCounts.class)
                .setDefault()
                .toInstance(PartCounts.NONE);
        OptionalBinder.newOptionalBinder(binder(), PatternStore.class)
                .setBinding()
                .to(JdbiPatternStore.class);
        bind(ReleasedSets.class).to(WorkshopStore.class);
        bind(ParameterMatcher.class).to(CurrentWorkshop.class);
        Multibinder.newSetBinder(binder(), NodeListener.class);
        install(new ParameterSetLifeModule());
        install(new WorkshopEditModule());
        bind(ScannerProfiles.class).to(JdbiScannerProfiles.class);
    }
}
